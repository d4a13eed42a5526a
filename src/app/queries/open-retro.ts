/** Opening a retro: access, joining, the whole picture, and how to listen. */
import type { Answer, OpenRetroAnswer, RetroRequest, VotesCast, Wire } from '#contract/api';
import { acceptRetro } from '#contract/validate';
import type { Ballot } from '#domain/ballot';
import { used } from '#domain/ballot';
import { participantItemId, shardOfItem } from '#domain/ids';
import type { Head } from '#domain/retro';
import type { Result } from '#domain/result';
import { ok, refuse } from '#domain/result';
import type { App, Caller } from '../app';
import { eventsOf, publishAll } from '../live/announce';
import type { Document } from '../live/document';
import type { Part } from '../live/keys';
import { ballotKey, shardPart } from '../live/keys';
import type { Loaded } from '../live/load';
import { boardParts, load } from '../live/load';
import { pictureOf } from '../live/picture';
import { readBallots, rosterOf } from '../live/roster';
import { issueTicket, pseudonymOf, readTicket, tagOf, viewerOf } from '../live/secrets';
import { ensureWire, wireKey, wireOf } from '../live/wire';
import { recordName } from '../ports/records';
import { finishCounting } from '../run/finish-counting';
import { requireProject } from './access';
import { withStorage } from './with-storage';

/** As `load`; a retro that was created a moment ago is there too. */
async function loadSurely(app: App, retroId: string, parts: readonly Part[]): Promise<Loaded | null> {
  const extra = [wireKey(retroId)];
  const quick = await load(app, retroId, parts, { extra });
  return quick && !quick.doc.behindClose ? quick : load(app, retroId, parts, { strict: true, extra });
}

/** The board as read, with the caller's standing in it. */
async function enter(app: App, caller: Caller, request: RetroRequest): Promise<Result<Loaded>> {
  const loaded = await loadSurely(app, request.retroId, boardParts());
  if (!loaded) return refuse('access/not-found');
  const ticket = await readTicket(app, loaded.doc.head, caller.accountId, request.ticket);
  if (ticket) return ok(loaded);
  const access = await requireProject(app, loaded.doc.head.projectId);
  return access.ok ? ok(loaded) : access;
}

const joinable = (head: Head): boolean => head.state === 'draft' || head.state === 'lobby' || head.state === 'running';

const hasJoined = (doc: Document, accountId: string): boolean => {
  const item = doc.item(participantItemId(accountId));
  return item?.kind === 'participant' && item.accountId === accountId;
};

/** Writes the caller into the list of participants and tells everybody. */
async function join(app: App, caller: Caller, loaded: Loaded): Promise<Loaded> {
  let current = loaded;
  const id = participantItemId(caller.accountId);
  const part = shardPart(shardOfItem(id));
  for (let n = 1; n <= 20; n += 1) {
    const { doc, records } = current;
    if (!joinable(doc.head) || hasJoined(doc, caller.accountId)) return current;
    doc.setItems({ [id]: { kind: 'participant', id, accountId: caller.accountId } });
    if ((await app.records.commit(doc.changes())) === 'done') {
      await publishAll(app, doc, records.get(recordName(wireKey(doc.retroId))), eventsOf(doc, {}));
      return current;
    }
    await app.clock.sleep((10 + 30 * app.ids.chance()) * Math.min(n, 6));
    const again = await load(app, doc.retroId, [part], { strict: true });
    if (!again) return loaded;
    if (hasJoined(again.doc, caller.accountId))
      return (await load(app, doc.retroId, boardParts(), { strict: true })) ?? again;
    // Only this shard, and perhaps the head, have moved on: the rest of the picture is as good as it was.
    const merged = new Map([...records, ...again.records]);
    current = { doc: doc.reread(merged), records: merged };
  }
  return loaded;
}

/** Votes cast so far in the open round, by tag. */
export async function castSoFar(app: App, doc: Document): Promise<VotesCast | null> {
  const voting = doc.head.voting;
  if (voting?.state !== 'open') return null;
  const roster = rosterOf(doc);
  const ballots = await readBallots(app, doc.head, roster, voting.round, 'quick');
  const byTag: Record<string, number> = {};
  for (const [i, person] of roster.entries()) {
    const ballot = ballots[i];
    if (ballot) byTag[await tagOf(app, doc.head, voting.round, person.accountId)] = used(ballot.body as Ballot);
  }
  // In the order of the tags: that of the roster would tell whose each is.
  return { round: voting.round, byTag: Object.fromEntries(Object.entries(byTag).sort()) };
}

/** The caller's own votes of the round that is not closed yet. */
export async function ownBallot(app: App, head: Head, accountId: string): Promise<Ballot | null> {
  const pseudonym = await pseudonymOf(app, head, accountId);
  if (!head.voting || pseudonym === null) return null;
  const at = ballotKey(head.retroId, head.voting.round, pseudonym);
  const record = (await app.records.readMany([at], 'strict')).get(recordName(at));
  return record ? (record.body as Ballot) : { votes: {} };
}

/** A round somebody began to close but did not finish is finished by whoever comes by. */
export async function finished(app: App, doc: Document): Promise<Document> {
  if (doc.head.voting?.state !== 'counting' || doc.head.state !== 'running') return doc;
  return (await finishCounting(app, doc.retroId)) ?? doc;
}

/** The whole retro for somebody who may see its project; joins them while it can be joined. */
export async function openRetro(app: App, caller: Caller, raw: unknown): Promise<Answer<OpenRetroAnswer>> {
  const request = acceptRetro(raw);
  if (!request.ok) return request;
  return withStorage(app, async () => {
    const entered = await enter(app, caller, request.value);
    if (!entered.ok) return entered;
    const { doc: read, records } = await join(app, caller, entered.value);
    const doc = await finished(app, read);
    const { head } = doc;
    const joined = hasJoined(read, caller.accountId);
    const wire = await ensureWire(app, head, records.get(recordName(wireKey(doc.retroId))));
    return {
      ok: true,
      picture: await pictureOf(app, doc, await viewerOf(app, head, caller.accountId), []),
      me: { accountId: caller.accountId, joined, ballot: await ownBallot(app, head, caller.accountId) },
      ticket: await issueTicket(app, head, caller.accountId, joined),
      wire: wireOf(head, wire),
      cast: await castSoFar(app, doc),
      now: app.clock.now(),
    };
  });
}

/** A new proof of access, and tokens that still live: checked with Jira again. */
export async function renew(app: App, caller: Caller, raw: unknown): Promise<Answer<{ ticket: string; wire: Wire }>> {
  const request = acceptRetro({ ...(raw as object), ticket: '' });
  if (!request.ok) return request;
  return withStorage(app, async () => {
    const { retroId } = request.value;
    const part = shardPart(shardOfItem(participantItemId(caller.accountId)));
    const loaded = await loadSurely(app, retroId, [part]);
    if (!loaded) return refuse('access/not-found');
    const { doc, records } = loaded;
    const access = await requireProject(app, doc.head.projectId);
    if (!access.ok) return access;
    const wire = await ensureWire(app, doc.head, records.get(recordName(wireKey(retroId))));
    const ticket = await issueTicket(app, doc.head, caller.accountId, hasJoined(doc, caller.accountId));
    return { ok: true, ticket, wire: wireOf(doc.head, wire) };
  });
}
