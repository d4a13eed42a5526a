import './field.css';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { t } from '../i18n/t';
import { classNames } from './class-names';
import { Icon } from './icon';

/** What a control inside a field puts on itself. */
export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

interface Props {
  label: string;
  /** Said below the control, and to a screen reader with it. */
  hint?: ReactNode;
  /** What is wrong; takes the hint's place in attention. */
  error?: string | null | undefined;
  required?: boolean;
  /** The label is only heard. */
  hideLabel?: boolean;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}

const describedBy = (id: string, hint: ReactNode, error: string | null | undefined): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** A labelled control with its hint and its error. */
export function Field({
  label,
  hint,
  error,
  required = false,
  hideLabel = false,
  className,
  children,
}: Props): ReactNode {
  const id = useId();
  return (
    <div className={classNames('field', className)}>
      <label className={hideLabel ? 'visually-hidden' : 'field__label'} htmlFor={id}>
        {label}
        {required && <Required />}
      </label>
      {children({
        id,
        'aria-describedby': describedBy(id, hint, error),
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      {hint && (
        <div className="field__hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

function Required(): ReactNode {
  return (
    <span className="field__required" title={t('common.required')} aria-hidden="true">
      *
    </span>
  );
}

interface ErrorProps {
  id: string;
  error: string | null | undefined;
}

/** The sentence under a control that says what is wrong; announced when it appears. */
export function FieldError({ id, error }: ErrorProps): ReactNode {
  if (!error) return null;
  return (
    <div id={id} role="alert" className="field__error">
      <Icon name="error" /> {error}
    </div>
  );
}
