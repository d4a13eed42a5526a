import './dialog.css';
import { useEffect, useId, useRef } from 'react';
import type { FormEvent, MouseEvent, ReactNode } from 'react';
import { t } from '../i18n/t';
import { classNames } from './class-names';
import { IconButton } from './icon-button';

interface Props {
  title: string;
  onClose: () => void;
  /** Makes it a form: Enter sends. */
  onSubmit?: () => void;
  size?: 'small' | 'medium' | 'large';
  /** Buttons, the primary one last. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A modal dialog, open while it is mounted. Focus goes in and comes back; Escape and the cross close it. */
export function Dialog({ title, onClose, onSubmit, size = 'medium', footer, children }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement as HTMLElement | null;
    if (element && typeof element.showModal === 'function' && !element.open) element.showModal();
    else element?.setAttribute('open', '');
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      element?.close?.();
      before?.focus();
    };
  }, []);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit?.();
  };
  // A press that began on the backdrop, not a text selection that ended there.
  const pressBackdrop = (event: MouseEvent): void => {
    if (event.target === dialog.current && !onSubmit) onClose();
  };

  return (
    <dialog
      ref={dialog}
      className={classNames('dialog', `dialog--${size}`)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={pressBackdrop}
    >
      <form className="dialog__frame" noValidate onSubmit={submit}>
        <header className="dialog__header">
          <h2 id={titleId} className="dialog__title">
            {title}
          </h2>
          <IconButton icon="close" label={t('common.close')} onClick={onClose} plain />
        </header>
        <div className="dialog__body">{children}</div>
        {footer && <footer className="dialog__footer">{footer}</footer>}
      </form>
    </dialog>
  );
}
