import { forwardRef } from 'react';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names';
import { Field } from './field';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: ReactNode;
  error?: string | null | undefined;
  hideLabel?: boolean;
}

/** One line of text, a number or a date, with its label. */
export const TextField = forwardRef<HTMLInputElement, Props>(function TextField(props, ref) {
  const { label, value, onValue, hint, error, hideLabel, required, className, ...rest } = props;
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      {...(hideLabel ? { hideLabel } : {})}
      {...(required ? { required } : {})}
    >
      {(control) => (
        <input
          ref={ref}
          autoComplete="off"
          {...rest}
          {...control}
          className={classNames('input', className)}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
});
