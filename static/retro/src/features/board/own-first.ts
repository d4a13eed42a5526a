import type { Topic } from '#domain/board';

/** The topics of a lane that is face down which this person can read: just added ones first, the newest on top. */
export function ownFirst(topics: readonly Topic[], added: readonly string[]): Topic[] {
  const readable = topics.filter((topic) => topic.cards[0]?.text !== null);
  const age = (topic: Topic): number => added.indexOf(topic.id);
  return readable.sort((a, b) => age(b) - age(a));
}
