import type { ReactNode } from 'react';
import { t } from '../../i18n/t';

/** A larger pile says its number; drawing every card of it would only cost. */
const DRAWN = 48;

/** Others' cards before the reveal: a growing pile of backs, without anything to read in the page. */
export function FaceDown({ count }: { count: number }): ReactNode {
  if (count === 0) return null;
  const drawn = Math.min(count, DRAWN);
  return (
    <li className="backs">
      {Array.from({ length: drawn }, (_, i) => (
        <span key={i} className="backs__back" aria-hidden="true" />
      ))}
      <p className="backs__words">{t('card.faceDown', { count })}</p>
    </li>
  );
}
