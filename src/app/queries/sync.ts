/** Catching up: what changed since the revisions a page holds, in its own projection. */
import type { Answer, SyncAnswer } from '#contract/api';
import type { RetroEvent } from '#contract/events';
import { CONTRACT_VERSION } from '#contract/version';
import { acceptAnnounce, acceptSync } from '#contract/validate';
import { refuse } from '#domain/result';
import type { App, Caller } from '../app';
import { announcement, publishAll } from '../live/announce';
import { shardPart } from '../live/keys';
import { boardParts, load } from '../live/load';
import { pictureOf, revisionsOf } from '../live/picture';
import { readTicket, viewerOf } from '../live/secrets';
import { wireKey } from '../live/wire';
import { recordName } from '../ports/records';
import { castSoFar, finished, ownBallot } from './open-retro';
import { withStorage } from './with-storage';

/** What changed; with `beat` everybody is told the revisions, so that whoever lost something notices. */
export async function sync(app: App, caller: Caller, raw: unknown): Promise<Answer<SyncAnswer>> {
  const request = acceptSync(raw);
  if (!request.ok) return request;
  const { retroId, ticket, revisions, recount, beat } = request.value;
  return withStorage(app, async () => {
    const loaded = await load(app, retroId, boardParts(), { extra: beat ? [wireKey(retroId)] : [] });
    // Missing and foreign look the same: nobody gets a valid ticket for either, `renew` says why.
    if (!loaded) return refuse('access/renew');
    const standing = await readTicket(app, loaded.doc.head, caller.accountId, ticket);
    if (!standing) return refuse('access/renew');
    const doc = await finished(app, loaded.doc);
    const { head } = doc;
    if (beat) {
      const event: RetroEvent = {
        v: CONTRACT_VERSION,
        retroId,
        what: 'beat',
        revisions: revisionsOf(doc),
        at: doc.now,
      };
      await publishAll(app, doc, loaded.records.get(recordName(wireKey(retroId))), [event]);
    }
    const viewer = await viewerOf(app, head, caller.accountId);
    return {
      ok: true,
      picture: await pictureOf(app, doc, viewer, revisions),
      me: {
        accountId: caller.accountId,
        joined: standing.joined,
        ballot: await ownBallot(app, head, caller.accountId),
      },
      cast: recount ? await castSoFar(app, doc) : null,
      now: app.clock.now(),
    };
  });
}

/** The author's repetition of a broadcast that was refused: the shards as everybody may see them now. */
export async function announce(app: App, caller: Caller, raw: unknown): Promise<Answer<object>> {
  const request = acceptAnnounce(raw);
  if (!request.ok) return request;
  const { retroId, ticket, shards, commands, revisions } = request.value;
  return withStorage(app, async () => {
    const loaded = await load(app, retroId, shards.map(shardPart), { extra: [wireKey(retroId)] });
    if (!loaded) return refuse('access/renew');
    const { doc, records } = loaded;
    if (!(await readTicket(app, doc.head, caller.accountId, ticket))) return refuse('access/renew');
    const sent = await publishAll(app, doc, records.get(recordName(wireKey(retroId))), [
      announcement(doc, commands, revisions),
    ]);
    return sent ? { ok: true } : refuse('storage/throttled');
  });
}
