import type { Topic } from '#domain/board';

/** Nearness below this is chance: such topics keep the order of the board. */
const CHANCE = 0.05;

/** A text's words of three letters and more, without their last letters: "deploys" and "deployment" meet at "deplo". */
function stems(text: string): Set<string> {
  const words = text.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2).map((word) => word.slice(0, 5)));
}

/** Pairs of neighbouring characters: finds likeness where words have no spaces between them. */
function pairs(text: string): Set<string> {
  const plain = text.toLocaleLowerCase().replace(/\s+/g, ' ');
  const found = new Set<string>();
  for (let i = 0; i < plain.length - 1; i += 1) found.add(plain.slice(i, i + 2));
  return found;
}

/** Twice the shared part over the sum of both: 0 nothing in common, 1 equal. */
function overlap(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const member of a) if (b.has(member)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** All the words of a topic. */
export const wordsOf = (topic: Topic): string =>
  [topic.group ? topic.title : '', ...topic.cards.map((card) => card.text ?? '')].join(' ').trim();

/**
 * The topics a text can be grouped with, nearest text first; `query` keeps those that hold every word typed.
 * Topics that are face down have no words to compare and are left out.
 */
export function nearestTopics(text: string, topics: readonly Topic[], query: string): Topic[] {
  const wanted = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const mine = { stems: stems(text), pairs: pairs(text) };
  const rated: { topic: Topic; near: number }[] = [];
  for (const topic of topics) {
    const words = wordsOf(topic);
    const lower = words.toLocaleLowerCase();
    if (!words || !wanted.every((word) => lower.includes(word))) continue;
    const near = 0.8 * overlap(mine.stems, stems(words)) + 0.2 * overlap(mine.pairs, pairs(words));
    rated.push({ topic, near: near < CHANCE ? 0 : near });
  }
  // sort() is stable: equally near ones stay as the board has them.
  return rated.sort((a, b) => b.near - a.near).map((entry) => entry.topic);
}
