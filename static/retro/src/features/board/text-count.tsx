import type { ReactNode } from 'react';
import { CARD_TEXT_MAX, cleanText } from '#domain/text';
import { t } from '../../i18n/t';

const NEAR = 200;

/** How many characters a card may still have; below zero it is too long. */
export const charactersLeft = (text: string): number =>
  text.length < CARD_TEXT_MAX - NEAR ? CARD_TEXT_MAX - text.length : CARD_TEXT_MAX - cleanText(text).length;

/** Says how much room is left, once that is worth knowing. */
export function TextCount({ text }: { text: string }): ReactNode {
  const left = charactersLeft(text);
  if (left > NEAR) return null;
  return (
    <span className="composer__count" data-over={left < 0 ? '' : undefined}>
      {left < 0 ? t('common.charactersOver', { count: -left }) : t('common.characters', { count: left })}
    </span>
  );
}
