import type { ReactNode } from 'react';
import { Field } from './field';
import { Icon } from './icon';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

interface Props {
  label: string;
  value: string;
  options: readonly SelectOption[];
  onValue: (value: string) => void;
  hint?: ReactNode;
  error?: string | null | undefined;
  hideLabel?: boolean;
  required?: boolean;
  disabled?: boolean;
}

/** One of a few: the browser's own list, so that phones and screen readers show theirs. */
export function Select({
  label,
  value,
  options,
  onValue,
  disabled,
  hint,
  error,
  hideLabel,
  required,
}: Props): ReactNode {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      {...(hideLabel ? { hideLabel } : {})}
      {...(required ? { required } : {})}
    >
      {(control) => (
        <span className="select">
          <select
            {...control}
            className="input"
            value={value}
            disabled={disabled}
            onChange={(event) => onValue(event.target.value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" />
        </span>
      )}
    </Field>
  );
}
