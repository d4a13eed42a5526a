import type { PublicHead } from './retro';
import type { StoredCard, StoredItem } from './items';

/** Who looks: the broadcast looks as nobody (both null). */
export interface Viewer {
  accountId: string | null;
  pseudonym: string | null;
}

export const NOBODY: Viewer = { accountId: null, pseudonym: null };

/** A card as a viewer may see it. Face down for others: no text, no author, no place in an order. */
export interface PublicCard {
  kind: 'card';
  id: string;
  column: string;
  text: string | null;
  order: number;
  group?: string;
  was?: string;
  author?: string;
  mine?: true;
}

export interface PublicGroup {
  kind: 'group';
  id: string;
  title: string;
}

export interface PublicParticipant {
  kind: 'participant';
  id: string;
  accountId: string;
}

/** An action item on the board: its own record is sent beside the items. */
export interface PublicActionRef {
  kind: 'action';
  id: string;
  topic: string | null;
  n: number;
}

/** What is told about an item that is not there any more. */
export interface PublicGone {
  kind: 'gone';
  id: string;
}

export type PublicItem = PublicCard | PublicGroup | PublicParticipant | PublicActionRef | PublicGone;

/** The one place that decides what of an item leaves the server, for whom. */
export function presentItem(item: StoredItem, head: PublicHead, viewer: Viewer): PublicItem {
  switch (item.kind) {
    case 'card':
      return presentCard(item, head, viewer);
    case 'group':
      return { kind: 'group', id: item.id, title: item.title };
    case 'participant':
      return { kind: 'participant', id: item.id, accountId: item.accountId };
    case 'action':
      return { kind: 'action', id: item.id, topic: item.topic, n: item.n };
  }
}

/** Whether the viewer wrote this card. */
export function isOwn(card: StoredCard, viewer: Viewer): boolean {
  if (card.author !== undefined) return card.author === viewer.accountId;
  return card.by !== undefined && card.by === viewer.pseudonym;
}

function presentCard(card: StoredCard, head: PublicHead, viewer: Viewer): PublicItem {
  const mine = isOwn(card, viewer);
  if (card.gone) return { kind: 'gone', id: card.id };
  const revealed = head.revealed.includes(card.column);
  if (!mine && !revealed) return { kind: 'card', id: card.id, column: card.column, text: null, order: 0 };
  return {
    kind: 'card',
    id: card.id,
    column: card.column,
    text: card.text,
    order: card.order,
    ...(card.group === undefined ? {} : { group: card.group }),
    ...(card.was === undefined ? {} : { was: card.was }),
    ...(card.author === undefined ? {} : { author: card.author }),
    ...(mine ? { mine: true as const } : {}),
  };
}
