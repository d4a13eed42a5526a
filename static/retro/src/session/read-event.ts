import type { RetroEvent } from '#contract/events';
import { CONTRACT_VERSION } from '#contract/version';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const optional = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);
const isVersioned = (value: unknown): boolean =>
  isObject(value) && typeof value.rev === 'number' && isObject(value.value);
const isShard = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.shard === 'number' &&
  typeof value.rev === 'number' &&
  Array.isArray(value.tail) &&
  value.tail.every(isChange);
const isChange = (value: unknown): boolean => isObject(value) && typeof value.rev === 'number' && isItems(value.items);
const isItems = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((item) => isObject(item) && typeof item.id === 'string' && typeof item.kind === 'string');
const isVotes = (value: unknown): boolean =>
  isObject(value) && typeof value.round === 'number' && typeof value.tag === 'string' && typeof value.used === 'number';

function parsed(payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return undefined;
  }
}

function isEvent(value: Record<string, unknown>): boolean {
  return (
    Array.isArray(value.revisions) &&
    value.revisions.every((rev) => typeof rev === 'number') &&
    typeof value.at === 'number' &&
    optional(value.commands, Array.isArray) &&
    optional(value.head, isVersioned) &&
    optional(value.setup, isVersioned) &&
    optional(value.shards, (shards) => Array.isArray(shards) && shards.every(isShard)) &&
    optional(value.texts, isItems) &&
    optional(value.votes, isVotes) &&
    optional(value.actions, isObject)
  );
}

/** An event of this retro from what the channel delivered (text or object): `newer` for a later wire, null for what is none of ours. */
export function readEvent(payload: unknown, retroId: string): RetroEvent | 'newer' | null {
  const value = parsed(payload);
  if (!isObject(value) || value.retroId !== retroId || typeof value.v !== 'number') return null;
  if (value.v > CONTRACT_VERSION) return 'newer';
  if (value.v < CONTRACT_VERSION || !isEvent(value)) return null;
  return value as unknown as RetroEvent;
}
