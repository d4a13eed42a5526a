import type { Topic } from '#domain/board';

/** Where the discussion is in its order of topics. */
export interface TopicPlace {
  index: number;
  topic: Topic;
  previous: Topic | null;
  next: Topic | null;
}

/** The topic that holds a card, with its neighbours; null for a card that is not there (any more). */
export function placeOf(topics: readonly Topic[], card: string | null): TopicPlace | null {
  const index = card === null ? -1 : topics.findIndex((topic) => topic.cards.some((entry) => entry.id === card));
  const topic = topics[index];
  if (!topic) return null;
  return { index, topic, previous: topics[index - 1] ?? null, next: topics[index + 1] ?? null };
}

const LEAST = 3;
const MOST = 15;

/**
 * Minutes to suggest for one topic: the step's time shared by the topics somebody voted for (without votes: by five),
 * a whole number the team can live with.
 */
export function suggestedMinutes(stepMinutes: number, topics: readonly Topic[]): number {
  const voted = topics.filter((topic) => topic.votes > 0).length;
  const share = stepMinutes / Math.max(1, voted || Math.min(5, topics.length));
  return Math.min(MOST, Math.max(LEAST, Math.round(share)));
}
