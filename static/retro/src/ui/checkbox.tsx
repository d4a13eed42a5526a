import type { ReactNode } from 'react';

interface Props {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  disabled?: boolean;
  onChecked: (checked: boolean) => void;
}

/** A box to tick, with its words. */
export function Checkbox({ label, hint, checked, disabled, onChecked }: Props): ReactNode {
  return (
    <label className="check">
      <input
        type="checkbox"
        className="check__box"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChecked(event.target.checked)}
      />
      <span>
        {label}
        {hint && <span className="check__hint">{hint}</span>}
      </span>
    </label>
  );
}
