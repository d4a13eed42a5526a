import './size-switch.css';
import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { CARD_SIZES, setCardSize, useCardSize } from './card-size';
import type { CardSize } from './card-size';

const LABEL: Record<CardSize, 'board.sizeS' | 'board.sizeM' | 'board.sizeL'> = {
  s: 'board.sizeS',
  m: 'board.sizeM',
  l: 'board.sizeL',
};

/** How large the cards are on this device: three letters, each as large as what it stands for. */
export function SizeSwitch(): ReactNode {
  const size = useCardSize();
  return (
    <div className="size-switch" role="group" aria-label={t('board.size')}>
      {CARD_SIZES.map((option) => (
        <button
          key={option}
          type="button"
          className="size-switch__option"
          data-size={option}
          aria-label={t(LABEL[option])}
          title={t(LABEL[option])}
          aria-pressed={option === size}
          onClick={() => setCardSize(option)}
        >
          <span aria-hidden="true">{t('board.sizeLetter')}</span>
        </button>
      ))}
    </div>
  );
}
