import './tooltip.css';
import { cloneElement, useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { popoverAttributes, showPopover, usePlaced } from './popover';

const DELAY_MS = 350;

interface Props {
  text: string;
  /** One element that takes a pointer and focus. */
  children: ReactElement;
}

/** Words that appear over an element on hover and on keyboard focus; Escape hides them. They only repeat its name. */
export function Tooltip({ text, children }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const wrapper = useRef<HTMLSpanElement>(null);
  const layer = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const anchor = useRef<Element | null>(null);

  const show = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      anchor.current = wrapper.current?.firstElementChild ?? null;
      setOpen(true);
    }, DELAY_MS);
  };
  const hide = (): void => {
    clearTimeout(timer.current);
    setOpen(false);
  };

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (open && layer.current) showPopover(layer.current);
  }, [open]);
  usePlaced(anchor, layer, open, { align: 'center', side: 'above', gap: 6 });

  return (
    <span
      ref={wrapper}
      className="tooltip-anchor"
      onPointerEnter={(event) => event.pointerType === 'mouse' && show()}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show()}
      onBlur={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {cloneElement(children)}
      {open && (
        <span ref={layer} className="tooltip" role="presentation" aria-hidden="true" {...popoverAttributes('manual')}>
          {text}
        </span>
      )}
    </span>
  );
}
