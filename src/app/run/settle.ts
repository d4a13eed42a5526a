/** What comes after the write: tell everybody, do what follows, answer the sender. Nothing here fails the command. */
import type { RunAnswer, RunRequest } from '#contract/api';
import type { RetroEvent } from '#contract/events';
import type { PublicAction } from '#domain/action-item';
import { shardCount } from '#domain/ids';
import { SHARD_GROW_BYTES } from '#domain/items';
import type { App } from '../app';
import { bytesOf, eventsOf, publishAll, textEvents } from '../live/announce';
import type { Document } from '../live/document';
import { boardParts, load } from '../live/load';
import { pictureOf } from '../live/picture';
import { wireKey } from '../live/wire';
import type { StoredRecord } from '../ports/records';
import { recordName } from '../ports/records';
import type { Decided } from './decide-all';
import { finishClosing } from './finish-closing';
import { finishCounting } from './finish-counting';
import { growBoard } from './grow-board';

export interface Written extends Decided {
  doc: Document;
  records: Map<string, StoredRecord>;
  joined: boolean;
}

/** The site's broadcasts a second beyond which only some changes are sent at once. */
const BROADCASTS_PER_SECOND = 45;

/** Whether this change is sent now: above the site's limit only with that probability; the shard's tail and the author do the rest. */
function sendsNow(app: App, doc: Document): boolean {
  const shards = doc.changedShards();
  const busiest = Math.max(0, ...shards.map((n) => doc.shard(n).tail.length));
  const perSecond = (busiest * shardCount(doc.head.tiers)) / 2.5;
  // One change in a shard says nothing about the others; from three on it does.
  return busiest < 3 || app.ids.chance() < BROADCASTS_PER_SECOND / perSecond;
}

export async function settle(app: App, request: RunRequest, written: Written): Promise<RunAnswer> {
  const { doc, decisions } = written;
  const changed = doc.changedParts().length > 0;
  const actions = Object.assign({}, ...decisions.map((decision) => decision.actions)) as Record<string, PublicAction>;
  const announced = await tell(app, request, written, actions);
  const faces = await showFaces(app, written);
  const after = await follow(app, written);
  const picture = await pictureOf(app, after ?? faces ?? doc, written.viewer, request.revisions);
  return {
    outcomes: written.outcomes,
    picture: { ...picture, actions: { ...picture.actions, ...actions } },
    ballot: written.ballot?.ballot ?? null,
    now: app.clock.now(),
    unannounced: changed && !announced,
  };
}

/** Publishes what a batch changed; false when it was not sent. */
async function tell(
  app: App,
  request: RunRequest,
  written: Written,
  actions: Record<string, PublicAction>,
): Promise<boolean> {
  const { doc, decisions } = written;
  const changed = doc.changedParts().length > 0;
  const votes = decisions.findLast((decision) => decision.votes)?.votes;
  if (!changed && !votes) return true;
  const events = eventsOf(doc, {
    commands: changed ? written.carried : [],
    ...(votes ? { votes } : {}),
    ...(Object.keys(actions).length > 0 ? { actions } : {}),
    hint: request.revisions,
  });
  return send(app, written, events);
}

/** Tells the texts of revealed cards as they are once the reveal is written; null without a reveal, or when the board cannot be read now. */
async function showFaces(app: App, written: Written): Promise<Document | null> {
  const revealed = written.decisions.flatMap((decision) => decision.revealed ?? []);
  if (revealed.length === 0) return null;
  const wire = wireKey(written.doc.retroId);
  const loaded = await load(app, written.doc.retroId, boardParts(), { strict: true }).catch(() => null);
  if (!loaded) return null;
  await publishAll(app, loaded.doc, written.records.get(recordName(wire)), textEvents(loaded.doc, revealed));
  return loaded.doc;
}

async function send(app: App, written: Written, events: RetroEvent[]): Promise<boolean> {
  if (!written.doc.changedParts().includes('head') && !sendsNow(app, written.doc)) return false;
  return publishAll(app, written.doc, written.records.get(recordName(wireKey(written.doc.retroId))), events);
}

/** Work in further transactions; the document as it is afterwards, when that is another one. */
async function follow(app: App, written: Written): Promise<Document | null> {
  const { doc, decisions } = written;
  const wanted = decisions.map((decision) => decision.followUp);
  if (wanted.includes('close-retro')) return finishClosing(app, doc.retroId);
  if (wanted.includes('count-votes')) return finishCounting(app, doc.retroId);
  if (wantsSecondTier(doc)) {
    await growBoard(app, doc.retroId);
    app.log('board-grown', { shards: doc.shards().length });
  }
  return null;
}

const wantsSecondTier = (doc: Document): boolean =>
  doc.head.tiers === 1 && doc.changedShards().some((n) => bytesOf(doc.shard(n)) > SHARD_GROW_BYTES);
