import { forwardRef, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { ReactNode, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names';
import { Field } from './field';

interface Props extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> {
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: ReactNode;
  error?: string | null | undefined;
  hideLabel?: boolean;
}

/** Grows with what is written in it. */
function fit(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  area.style.height = 'auto';
  const borders = area.offsetHeight - area.clientHeight;
  area.style.height = `${area.scrollHeight + borders}px`;
}

/** Several lines of text with their label; as high as its text. */
export const TextArea = forwardRef<HTMLTextAreaElement, Props>(function TextArea(props, ref) {
  const { label, value, onValue, hint, error, hideLabel, required, className, ...rest } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => area.current as HTMLTextAreaElement, []);
  useLayoutEffect(() => fit(area.current), [value]);
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      {...(hideLabel ? { hideLabel } : {})}
      {...(required ? { required } : {})}
    >
      {(control) => (
        <textarea
          ref={area}
          rows={3}
          {...rest}
          {...control}
          className={classNames('input input--area', className)}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
});
