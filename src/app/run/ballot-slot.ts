/** The caller's ballot of the open round: read, born if need be, and written only while its gate is open. */
import type { Ballot } from '#domain/ballot';
import { emptyBallot } from '#domain/ballot';
import { spread } from '#domain/ids';
import type { Viewer } from '#domain/present-retro';
import type { Head } from '#domain/retro';
import type { App } from '../app';
import type { BallotSlot } from '../commands/command';
import { ballotKey, gateKey } from '../live/keys';
import type { Change, RecordKey, StoredRecord } from '../ports/records';
import { recordName } from '../ports/records';

export interface LoadedBallot {
  at: RecordKey;
  record: StoredRecord;
  gate: number;
  slot: BallotSlot;
}

/** Null when no round is open or the person has no pseudonym (any more). */
export async function loadBallot(app: App, head: Head, viewer: Viewer): Promise<LoadedBallot | null> {
  const voting = head.voting;
  if (!voting || voting.state !== 'open' || viewer.pseudonym === null) return null;
  const at = ballotKey(head.retroId, voting.round, viewer.pseudonym);
  const gate = spread(viewer.pseudonym) % voting.gates;
  const record = (await readBallot(app, at)) ?? (await bear(app, at, gateKey(head.retroId, voting.round, gate)));
  if (!record) return null;
  const ballot = record.body as Ballot;
  return {
    at,
    record,
    gate,
    slot: { round: voting.round, before: ballot, ballot },
  };
}

const readBallot = async (app: App, at: RecordKey): Promise<StoredRecord | undefined> =>
  (await app.records.readMany([at], 'strict')).get(recordName(at));

/**
 * A new, empty ballot; of two tabs that try at once one makes it and both find it. The head may have been a moment old: a
 * ballot born behind its shut gate would outlive the round, so it goes again.
 */
async function bear(app: App, at: RecordKey, gate: RecordKey): Promise<StoredRecord | undefined> {
  const record: StoredRecord = { rev: 1, body: emptyBallot(), attributes: {} };
  if (!(await app.records.create(at, record))) return readBallot(app, at);
  const stands = (await app.records.readMany([gate], 'strict')).get(recordName(gate));
  if (stands?.attributes['open'] === true) return record;
  await app.records.removeMany([at]);
  return undefined;
}

/** The ballot of the present round as it is stored, whether or not the round is still open; null without one. */
export async function storedBallot(app: App, head: Head, viewer: Viewer): Promise<Ballot | null> {
  if (!head.voting || viewer.pseudonym === null) return null;
  const record = await readBallot(app, ballotKey(head.retroId, head.voting.round, viewer.pseudonym));
  return record ? (record.body as Ballot) : null;
}

/** The write of a changed ballot: on condition that nobody changed it and that the gate is still open. */
export function ballotChanges(retroId: string, loaded: LoadedBallot): Change[] {
  const { slot, record, at, gate } = loaded;
  if (slot.ballot === slot.before) return [];
  return [
    { op: 'set', at, ifRev: record.rev, record: { rev: record.rev + 1, body: slot.ballot, attributes: {} } },
    { op: 'check', at: gateKey(retroId, slot.round, gate), ifAttribute: { name: 'open', value: true } },
  ];
}
