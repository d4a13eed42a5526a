import type { Item, ItemStore } from './store';

/** What keys held a moment ago, for reads that are eventually consistent. */
export interface History {
  /** Keys of the space that changed after `since`, each with its item at that time (undefined: it was not there). */
  changedSince(space: string, since: number): Map<string, Item | undefined>;
}

const KEPT_MS = 5_000;

/** Keeps the former items of the last 5 seconds of site time in memory. */
export function createHistory(items: ItemStore, now: () => number): History {
  let changes: { at: number; space: string; key: string; before: Item | undefined }[] = [];
  items.onChange((space, key, before) => {
    const at = now();
    if (changes.length > 0 && changes.length % 512 === 0)
      changes = changes.filter((change) => at - change.at < KEPT_MS);
    changes.push({ at, space, key, before });
  });
  return {
    changedSince(space, since) {
      const found = new Map<string, Item | undefined>();
      for (const change of changes) {
        if (change.at > since && change.space === space && !found.has(change.key)) found.set(change.key, change.before);
      }
      return found;
    },
  };
}
