import { shardCount } from '#domain/ids';
import type { RecordKey } from '../ports/records';

/** A part of a live document. */
export type Part = 'head' | 'setup' | 'wire' | `s${string}`;

/** The part a shard is. */
export const shardPart = (shard: number): Part => `s${String(shard).padStart(2, '0')}`;

/** Where a part of a live document is kept. */
export const partKey = (retroId: string, part: Part): RecordKey => ({ entity: 'live', key: `${retroId}:${part}` });

/** Where one participant's ballot of a round is kept. */
export const ballotKey = (retroId: string, round: number, pseudonym: string): RecordKey => ({
  entity: 'live',
  key: `${retroId}:b${round}:${pseudonym}`,
});

/** One of the gates of a voting round. */
export const gateKey = (retroId: string, round: number, gate: number): RecordKey => ({
  entity: 'live',
  key: `${retroId}:g${round}:${gate}`,
});

/** The shards a board of so many tiers has. */
export const shardKeys = (retroId: string, tiers: 1 | 2): RecordKey[] =>
  Array.from({ length: shardCount(tiers) }, (_, n) => partKey(retroId, shardPart(n)));

export const retroKey = (retroId: string): RecordKey => ({ entity: 'retro', key: retroId });
export const teamKey = (teamId: string): RecordKey => ({ entity: 'team', key: teamId });
export const actionKey = (actionId: string): RecordKey => ({ entity: 'action', key: actionId });
export const reminderKey = (actionId: string): RecordKey => ({ entity: 'reminder', key: actionId });
