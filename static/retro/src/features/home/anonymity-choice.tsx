import type { ReactNode } from 'react';
import { ANONYMITY } from '#domain/retro';
import type { Anonymity } from '#domain/retro';
import { t } from '../../i18n/t';
import { OptionCards } from '../../ui/option-cards';

interface Props {
  label: string;
  value: Anonymity;
  onValue: (value: Anonymity) => void;
}

const ORDER: readonly Anonymity[] = [...ANONYMITY].sort(
  (a, b) => Number(b === 'anonymous') - Number(a === 'anonymous'),
);

/** Who will see who wrote what, each way in plain words. */
export function AnonymityChoice({ label, value, onValue }: Props): ReactNode {
  return (
    <OptionCards
      label={label}
      value={value}
      onValue={onValue}
      options={ORDER.map((mode) => ({
        value: mode,
        label: t(`anonymity.${mode}`),
        hint: t(`anonymity.${mode}.hint`),
      }))}
    />
  );
}
