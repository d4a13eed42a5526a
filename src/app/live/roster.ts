import type { StoredParticipant } from '#domain/items';
import type { Head } from '#domain/retro';
import type { App } from '../app';
import type { RecordKey, StoredRecord } from '../ports/records';
import { recordName } from '../ports/records';
import type { Document } from './document';
import { ballotKey } from './keys';
import { pseudonymOf } from './secrets';

/** Everybody who takes part, of a document with all its shards. */
export const rosterOf = (doc: Document): StoredParticipant[] =>
  doc
    .shards()
    .flatMap((n) => Object.values(doc.shard(n).items))
    .filter((item) => item.kind === 'participant');

/** The keys of all ballots of a round: from the roster, never by query, which may be late. */
export async function ballotKeys(
  app: App,
  head: Head,
  roster: readonly StoredParticipant[],
  round: number,
): Promise<RecordKey[]> {
  const pseudonyms = await Promise.all(roster.map((person) => pseudonymOf(app, head, person.accountId)));
  return pseudonyms.flatMap((pseudonym) => (pseudonym === null ? [] : [ballotKey(head.retroId, round, pseudonym)]));
}

/** Ballots of a round in the order of the roster; somebody without one is `undefined`. */
export async function readBallots(
  app: App,
  head: Head,
  roster: readonly StoredParticipant[],
  round: number,
  mode: 'quick' | 'strict',
): Promise<(StoredRecord | undefined)[]> {
  const keys = await ballotKeys(app, head, roster, round);
  if (keys.length === 0) return [];
  const records = await app.records.readMany(keys, mode);
  return keys.map((key) => records.get(recordName(key)));
}
