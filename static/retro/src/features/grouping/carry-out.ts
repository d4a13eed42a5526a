import { t } from '../../i18n/t';
import type { Session } from '../../session/types';
import { announce } from '../../ui/live-region';
import type { Deed } from './carried';
import { focusCard } from './focus-card';

/** The words that stand for what the deed ends on. */
interface Names {
  /** Title of the topic it is grouped with, or name of the column it is moved to. */
  target: string;
}

/** Sends the commands of a deed and says what happened. `keepFocus`: done by keyboard, focus follows the card. */
export function carryOut(session: Session, deed: Deed, names: Names, keepFocus: boolean): void {
  const first = deed.cards[0];
  switch (deed.kind) {
    case 'group':
      void session.send('groupCards', { cards: deed.cards, onto: deed.onto });
      announce(t('group.done', { title: names.target }));
      break;
    case 'move':
      moveCards(session, deed);
      announce(t('group.moved', { column: names.target }));
      break;
    case 'take-out':
      void session.send('ungroupCards', { cards: deed.cards });
      announce(t('group.takenOut'));
      break;
  }
  if (keepFocus && first) focusCard(first);
}

/**
 * Moving takes a card out of its group. So a group moves by its first card; the others are put on it there, and a
 * title that somebody wrote is written on the new group.
 */
function moveCards(session: Session, { cards, column, group }: Extract<Deed, { kind: 'move' }>): void {
  const [face, ...others] = cards;
  if (!face) return;
  const named = group === null ? undefined : session.view().items.get(group);
  void session.send('moveCard', { card: face, column });
  if (others.length === 0) return;
  const made = session.newItemId();
  void session.send('groupCards', { cards: others, onto: face }, made);
  if (named?.kind === 'group') void session.send('renameGroup', { group: made, title: named.title });
}
