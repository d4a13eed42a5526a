import type { Topic } from '#domain/board';
import type { PublicCard } from '#domain/present-retro';

/** What somebody moves: one card, or all the cards of a topic. */
export interface Carried {
  cards: string[];
  /** The topic they come from. */
  topic: string;
  column: string;
  title: string;
  /** The group that is carried as a whole. */
  group: string | null;
  /** One card out of several: letting go over a column takes it out of its group. */
  part: boolean;
}

/** Where it is let go. */
export type Spot = { kind: 'topic'; topic: string } | { kind: 'column'; column: string };

/** What letting go there means; null: nothing. */
export type Deed =
  | { kind: 'group'; cards: string[]; onto: string }
  | { kind: 'move'; cards: string[]; column: string; group: string | null }
  | { kind: 'take-out'; cards: string[] };

const firstWords = (card: PublicCard): string => (card.text ?? '').split('\n', 1)[0] ?? '';

/** A whole topic in somebody's hand. */
export const carriedTopic = (topic: Topic): Carried => ({
  cards: topic.cards.map((card) => card.id),
  topic: topic.id,
  column: topic.column,
  title: topic.title,
  group: topic.group,
  part: false,
});

/** One card of a group in somebody's hand. */
export const carriedCard = (topic: Topic, card: PublicCard): Carried => ({
  cards: [card.id],
  topic: topic.id,
  column: card.column,
  title: firstWords(card),
  group: null,
  part: topic.cards.length > 1,
});

/** On a card means group, and only that; on a column means move there; a part of a group leaves it by that. */
export function deedOf(carried: Carried, spot: Spot): Deed | null {
  const { cards, group, part } = carried;
  if (spot.kind === 'topic') return spot.topic === carried.topic ? null : { kind: 'group', cards, onto: spot.topic };
  if (spot.column !== carried.column) return { kind: 'move', cards, column: spot.column, group };
  return part ? { kind: 'take-out', cards } : null;
}
