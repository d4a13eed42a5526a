import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { IconButton } from '../../ui/icon-button';

interface Props {
  label: string;
  value: number;
  min: number;
  max: number;
  onValue: (value: number) => void;
}

/** A small number chosen by plus and minus; arrow keys work as well. */
export function Stepper({ label, value, min, max, onValue }: Props): ReactNode {
  const set = (next: number): void => onValue(Math.min(max, Math.max(min, next)));
  return (
    <span className="stepper" role="group" aria-label={label}>
      <span className="stepper__label" aria-hidden="true">
        {label}
      </span>
      <IconButton
        icon="minus"
        size="compact"
        plain
        appearance="default"
        label={`${label}: ${t('vote.fewer')}`}
        disabled={value <= min}
        onClick={() => set(value - 1)}
      />
      <output className="stepper__value" aria-live="polite">
        {value}
      </output>
      <IconButton
        icon="add"
        size="compact"
        plain
        appearance="default"
        label={`${label}: ${t('vote.more')}`}
        disabled={value >= max}
        onClick={() => set(value + 1)}
      />
    </span>
  );
}
