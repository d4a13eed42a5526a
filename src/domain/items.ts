/** What lies in the shards of a board. An item carries its own truth, so any mixture of shard revisions is a legal board. */

/** A card as it is stored. Anonymous: `by` (a pseudonym, gone at close) and no time; signed: `author` instead. */
export interface StoredCard {
  kind: 'card';
  id: string;
  column: string;
  text: string;
  /** Where it stands: the server's time when signed, a random number when anonymous. */
  order: number;
  group?: string;
  /** The group it left: what a dissolved group was given in votes goes to the first of its cards. */
  was?: string;
  by?: string;
  author?: string;
  /** Deleted, can be restored until the retro is closed. */
  gone?: true;
}

/** A title for the cards that name this group; there is none until somebody writes it. */
export interface StoredGroup {
  kind: 'group';
  id: string;
  title: string;
}

/** Somebody who takes part: the only place where the account is kept, with nothing beside it. */
export interface StoredParticipant {
  kind: 'participant';
  id: string;
  accountId: string;
}

/** Points to an action item of the team (its own record); `n` counts its changes for the clients. */
export interface StoredActionRef {
  kind: 'action';
  id: string;
  topic: string | null;
  n: number;
}

export type StoredItem = StoredCard | StoredGroup | StoredParticipant | StoredActionRef;

/** One shard: its items, the last few changes for the broadcast, the last command ids. */
export interface Shard {
  items: Record<string, StoredItem>;
  /** [revision, server time, item ids] of the last changes. */
  tail: [number, number, string[]][];
  /** [revision, command id] of the last 64 commands that did not make an item. */
  recent: [number, string][];
  /** Rewritten at a close, under this revision of the head: who holds an older head must not write here. */
  settledUnder?: number;
}

export const emptyShard = (): Shard => ({ items: {}, tail: [], recent: [] });

export const TAIL_MS = 2500;
export const TAIL_MAX = 12;
export const RECENT_MAX = 64;
/** A shard over this size makes the board grow a second tier. */
export const SHARD_GROW_BYTES = 5 * 1024;
/** A shard over this size takes no more: Forge's own limit is 240 KiB. */
export const SHARD_FULL_BYTES = 200 * 1024;

/** A copy of a shard with items changed (or, `null`, taken out): what every command does to it. */
export function withItems(
  shard: Shard,
  rev: number,
  now: number,
  changes: Record<string, StoredItem | null>,
  command?: string,
): Shard {
  const items = { ...shard.items };
  for (const [id, item] of Object.entries(changes)) {
    if (item === null) delete items[id];
    else items[id] = item;
  }
  const tail = shard.tail.filter(([, at]) => now - at < TAIL_MS).slice(1 - TAIL_MAX);
  tail.push([rev, now, Object.keys(changes)]);
  const recent = command ? [...shard.recent, [rev, command] as [number, string]].slice(-RECENT_MAX) : shard.recent;
  return { ...shard, items, tail, recent };
}

/** Whether a shard has seen a command, or has forgotten too much to be sure. */
export function seenCommand(shard: Shard, command: string, base: number): 'seen' | 'new' | 'stale' {
  if (shard.recent.some(([, id]) => id === command)) return 'seen';
  const oldest = shard.recent[0];
  if (shard.recent.length >= RECENT_MAX && oldest && base < oldest[0]) return 'stale';
  return 'new';
}
