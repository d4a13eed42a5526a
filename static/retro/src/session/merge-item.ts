import type { PublicCard, PublicItem } from '#domain/present-retro';
import type { PublicHead } from '#domain/retro';

/** What an event said of an item, made mine: events show everything as nobody in particular sees it. */
export interface Merged {
  item: PublicItem;
  /** The event could not say all of it: this viewer's own concealed card was changed. Ask. */
  doubtful: boolean;
}

/**
 * An item from an event over what is held of it. `own`: this viewer wrote it. A concealed card of mine keeps the words I know,
 * unless my own answer or a sync says otherwise.
 */
export function mergeFromEvent(held: PublicItem | undefined, incoming: PublicItem, own: boolean): Merged {
  if (incoming.kind !== 'card' || !own) return { item: incoming, doubtful: false };
  if (incoming.text !== null) return { item: { ...incoming, mine: true }, doubtful: false };
  if (held?.kind !== 'card') return { item: incoming, doubtful: true };
  return { item: { ...held, column: incoming.column, mine: true }, doubtful: true };
}

/** A card as others' concealed cards look: no words, no place, no author, no group. */
const faceDown = (card: PublicCard): PublicCard => ({
  kind: 'card',
  id: card.id,
  column: card.column,
  text: null,
  order: 0,
});

const isHidden = (item: PublicItem, head: PublicHead): item is PublicCard =>
  item.kind === 'card' && !item.mine && item.text !== null && !head.revealed.includes(item.column);

/** An item as the head lets this viewer see it; the same object where nothing is hidden. */
export const underHead = (item: PublicItem, head: PublicHead): PublicItem =>
  isHidden(item, head) ? faceDown(item) : item;

/** Whether the head says face up, but the words have not arrived. */
export const lacksText = (item: PublicItem, head: PublicHead): boolean =>
  item.kind === 'card' && item.text === null && head.revealed.includes(item.column);
