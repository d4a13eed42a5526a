import type { Column } from './column';
import type { PublicCard, PublicItem } from './present-retro';
import type { VotingResult } from './voting';

/** One thing to talk about: a single card, or cards put on one another. `id` is its face card's. */
export interface Topic {
  id: string;
  column: string;
  /** The group its cards name; null for a single card. */
  group: string | null;
  title: string;
  cards: PublicCard[];
  votes: number;
}

export interface Board {
  columns: { column: Column; topics: Topic[] }[];
  /** Cards whose column is gone. */
  loose: Topic[];
}

const byPlace = (a: PublicCard, b: PublicCard): number => a.order - b.order || (a.id < b.id ? -1 : 1);

/** The cards among items. */
export const cardsOf = (items: Iterable<PublicItem>): PublicCard[] => {
  const cards: PublicCard[] = [];
  for (const item of items) if (item.kind === 'card') cards.push(item);
  return cards;
};

/** What votes for a group are counted under: never a card's id, whatever a group is called. */
const groupKey = (group: string): string => `g${group}`;

/** What a vote for a card is counted under: the group the card names, or the card. */
export const topicKey = (card: { id: string; group?: string | undefined }): string =>
  card.group === undefined ? card.id : groupKey(card.group);

/** Votes on cards that lie together: those of each card, and those of the groups they name. */
export function votesOn(cards: readonly PublicCard[], totals: Readonly<Record<string, number>>): number {
  const keys = new Set(cards.flatMap((card) => [card.id, topicKey(card)]));
  let sum = 0;
  for (const key of keys) sum += totals[key] ?? 0;
  return sum;
}

/** Totals with the votes of dissolved groups given to the first card that left each. */
function settleTotals(cards: readonly PublicCard[], totals: Readonly<Record<string, number>>): Record<string, number> {
  const settled = { ...totals };
  const named = new Set(cards.map((card) => card.group));
  for (const card of cards) {
    const votes = card.was === undefined || named.has(card.was) ? undefined : settled[groupKey(card.was)];
    if (card.was === undefined || !votes) continue;
    settled[card.id] = (settled[card.id] ?? 0) + votes;
    delete settled[groupKey(card.was)];
  }
  return settled;
}

/** Cards gathered into topics, each in the place of its first card; a group of one is a single card. */
export function topicsOf(items: Iterable<PublicItem>, result: VotingResult | undefined): Topic[] {
  const all = [...items];
  const titles = new Map<string, string>();
  for (const item of all) if (item.kind === 'group') titles.set(item.id, item.title);
  const bundles = new Map<string, PublicCard[]>();
  const cards = cardsOf(all).sort(byPlace);
  const settled = result && { ...result, totals: settleTotals(cards, result.totals) };
  for (const card of cards) {
    const key = topicKey(card);
    const bundle = bundles.get(key);
    if (bundle) bundle.push(card);
    else bundles.set(key, [card]);
  }
  return [...bundles.values()].map((bundle) => topic(bundle, titles, settled));
}

function topic(cards: PublicCard[], titles: Map<string, string>, result: VotingResult | undefined): Topic {
  const face = cards[0] as PublicCard;
  const group = cards.length > 1 ? (face.group ?? null) : null;
  const votes = result ? votesOn(cards, result.totals) : 0;
  return {
    id: face.id,
    column: face.column,
    group,
    title: (group && titles.get(group)) || firstLine(face.text ?? ''),
    cards,
    votes,
  };
}

const firstLine = (text: string): string => {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 90 ? `${line.slice(0, 88)}…` : line;
};

/** Most votes first; equal ones stay in the order they had. */
export const byVotes = (topics: readonly Topic[]): Topic[] => [...topics].sort((a, b) => b.votes - a.votes);

/** The board as it is drawn: columns with their topics, sorted by votes once a round is closed. */
export function boardOf(
  columns: readonly Column[],
  items: Iterable<PublicItem>,
  result: VotingResult | undefined,
): Board {
  const topics = topicsOf(items, result);
  const known = new Set(columns.map((column) => column.id));
  const sorted = (list: Topic[]): Topic[] => (result ? byVotes(list) : list);
  return {
    columns: columns.map((column) => ({ column, topics: sorted(topics.filter((t) => t.column === column.id)) })),
    loose: topics.filter((t) => !known.has(t.column)),
  };
}

/** The order of discussion: by votes, then as the columns stand. */
export const agendaOfTopics = (board: Board): Topic[] =>
  byVotes([...board.columns.flatMap((entry) => entry.topics), ...board.loose]);
