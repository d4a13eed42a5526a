/**
 * Closing, in this order: tally; delete ballots; rewrite every shard without pseudonyms, times and traces; delete the
 * pepper. Each part can be repeated, so whoever comes next (a click, the hourly sweep) finishes what a crash left.
 */
import type { Shard, StoredCard, StoredItem } from '#domain/items';
import { withMembers } from '#domain/team';
import type { Team } from '#domain/team';
import type { App } from '../app';
import { eventsOf, publishAll } from '../live/announce';
import type { Document } from '../live/document';
import { gateKey, retroKey, shardPart, teamKey } from '../live/keys';
import { boardParts, load } from '../live/load';
import type { Loaded } from '../live/load';
import { retroRow } from '../live/retro-row';
import { ballotKeys, rosterOf } from '../live/roster';
import { wireKey } from '../live/wire';
import type { Change } from '../ports/records';
import { recordName } from '../ports/records';
import { finishCounting } from './finish-counting';

const ATTEMPTS = 8;

/** Finishes a retro in state `closing`; the document afterwards, or null if it could not be finished now. */
export async function finishClosing(app: App, retroId: string): Promise<Document | null> {
  for (let n = 1; n <= ATTEMPTS; n += 1) {
    const loaded = await read(app, retroId);
    if (loaded?.doc.head.state !== 'closing') return loaded?.doc ?? null;
    await tidyUp(app, loaded.doc);
    await app.clock.sleep(n === 1 ? 0 : 20 * n);
  }
  app.log('closing-unfinished', {});
  return null;
}

/** One pass through all parts; what could not be done now is found undone by the next pass. */
async function tidyUp(app: App, doc: Document): Promise<void> {
  if (doc.head.voting?.state === 'counting') {
    await finishCounting(app, doc.retroId);
    return;
  }
  await deleteBallots(app, doc);
  if (await rewriteShards(app, doc)) await forget(app, doc.retroId);
}

const read = (app: App, retroId: string): Promise<Loaded | null> =>
  load(app, retroId, boardParts(), { strict: true, extra: [wireKey(retroId)] });

async function deleteBallots(app: App, doc: Document): Promise<void> {
  const { head } = doc;
  const roster = rosterOf(doc);
  for (let round = 1; round <= (head.voting?.round ?? 0); round += 1) {
    const gates = Array.from({ length: 8 }, (_, gate) => gateKey(head.retroId, round, gate));
    await app.records.removeMany([...(await ballotKeys(app, head, roster, round)), ...gates]);
  }
}

/** What stays of an item: no pseudonym, and nothing of what was deleted. */
function settled(item: StoredItem): StoredItem | null {
  if (item.kind !== 'card') return item;
  if (item.gone) return null;
  const { by: _pseudonym, ...card } = item;
  return card satisfies StoredCard;
}

/** A shard as it stays: items by their random ids, no times of changes, no ids of commands. */
function settledShard(shard: Shard, head: number): Shard {
  const items: Record<string, StoredItem> = {};
  for (const id of Object.keys(shard.items).sort()) {
    const item = shard.items[id];
    const kept = item && settled(item);
    if (kept) items[id] = kept;
  }
  return { items, tail: [], recent: [], settledUnder: head };
}

/** All of them, also the empty ones: a late command meets another revision and then sees that the retro is closed. */
async function rewriteShards(app: App, doc: Document): Promise<boolean> {
  const changes = doc.shards().map((n): Change => {
    const rev = doc.rev(shardPart(n));
    const body = settledShard(doc.shard(n), doc.rev('head'));
    const at = { entity: 'live' as const, key: `${doc.retroId}:${shardPart(n)}` };
    return { op: 'set', at, ifRev: rev, record: { rev: rev + 1, body, attributes: {} } };
  });
  for (let i = 0; i < changes.length; i += 25)
    if ((await app.records.commit(changes.slice(i, i + 25))) === 'conflict') return false;
  return true;
}

/** The last transaction: without the pepper nobody can tell any more who wrote what. */
async function forget(app: App, retroId: string): Promise<boolean> {
  const loaded = await read(app, retroId);
  // Somebody else may have closed it meanwhile, and even opened it again.
  if (loaded?.doc.head.state !== 'closing') return false;
  const { doc, records } = loaded;
  const team = (await app.records.readMany([teamKey(doc.head.teamId)], 'strict')).get(
    recordName(teamKey(doc.head.teamId)),
  );
  const attendees = [...new Set(rosterOf(doc).map((person) => person.accountId))].sort();
  const items = doc.shards().flatMap((n) => Object.values(doc.shard(n).items));
  doc.setHead({ ...doc.head, state: 'closed', pepper: null, timer: null, recent: [] });
  doc.setSetup({ ...doc.setup, closedAt: doc.now, attendees });
  const row = retroRow(doc.head, doc.setup, {
    cards: items.filter((item) => item.kind === 'card').length,
    actions: items.filter((item) => item.kind === 'action').length,
    participants: attendees.length,
  });
  doc.also({ op: 'set', at: retroKey(retroId), record: row });
  if (team) {
    const body = withMembers(team.body as Team, attendees);
    doc.also({
      op: 'set',
      at: teamKey(doc.head.teamId),
      ifRev: team.rev,
      record: { ...team, rev: team.rev + 1, body },
    });
  }
  if ((await app.records.commit(doc.changes())) === 'conflict') return false;
  const [event] = eventsOf(doc, {});
  // Every shard has a new revision but the same cards: saying so would make everybody fetch the board at once.
  if (event) {
    event.revisions = event.revisions.map((rev, slot) => (slot < 2 ? rev : -1));
    await publishAll(app, doc, records.get(recordName(wireKey(retroId))), [event]);
  }
  return true;
}
