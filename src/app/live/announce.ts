/** From changed records to what everybody on the channel is told: only what everybody may know, under 8 KB. */
import type { RetroEvent, Revisions, ShardChange } from '#contract/events';
import { CONTRACT_VERSION } from '#contract/version';
import type { PublicAction } from '#domain/action-item';
import type { PublicCard, PublicItem } from '#domain/present-retro';
import { NOBODY, presentItem } from '#domain/present-retro';
import { publicHead, publicSetup } from '#domain/retro';
import type { App } from '../app';
import type { StoredRecord } from '../ports/records';
import type { Document } from './document';
import { shardPart } from './keys';
import { revisionsOf } from './picture';
import { ensureWire } from './wire';

const EVENT_MAX_BYTES = 8 * 1024;

export const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** The last changes of a shard as everybody may see them, oldest first. */
function tailOf(doc: Document, n: number): ShardChange[] {
  const shard = doc.shard(n);
  return shard.tail.map(([rev, , ids]) => ({
    rev,
    items: ids.map((id): PublicItem => {
      const item = shard.items[id];
      return item ? presentItem(item, doc.head, NOBODY) : { kind: 'gone', id };
    }),
  }));
}

export interface Telling {
  commands?: string[];
  votes?: RetroEvent['votes'];
  actions?: Record<string, PublicAction>;
  hint?: Revisions;
}

const blank = (doc: Document, what: RetroEvent['what'], hint?: Revisions): RetroEvent => ({
  v: CONTRACT_VERSION,
  retroId: doc.retroId,
  what,
  revisions: revisionsOf(doc, hint),
  at: doc.now,
});

/** The event that tells what a document changed. */
export function eventsOf(doc: Document, telling: Telling): RetroEvent[] {
  const head = doc.head;
  const changed = doc.changedParts();
  const event = blank(doc, 'changed', telling.hint);
  if (telling.commands?.length) event.commands = telling.commands;
  if (changed.includes('head')) event.head = { rev: doc.rev('head'), value: publicHead(head) };
  if (changed.includes('setup')) event.setup = { rev: doc.rev('setup'), value: publicSetup(doc.setup) };
  const shards = doc.changedShards();
  if (shards.length > 0)
    event.shards = shards.map((n) => ({ shard: n, rev: doc.rev(shardPart(n)), tail: tailOf(doc, n) }));
  if (telling.votes) event.votes = telling.votes;
  if (telling.actions) event.actions = telling.actions;
  return [fitting(event)];
}

/** Shards as everybody may see their last changes, told again. */
export function announcement(doc: Document, commands: string[], hint: Revisions): RetroEvent {
  return fitting({
    v: CONTRACT_VERSION,
    retroId: doc.retroId,
    what: 'changed',
    commands,
    shards: doc.shards().map((n) => ({ shard: n, rev: doc.rev(shardPart(n)), tail: tailOf(doc, n) })),
    revisions: revisionsOf(doc, hint),
    at: doc.now,
  });
}

/** Drops the oldest of the longest tail until the event fits; a revision without its changes still tells of a gap. */
function fitting(event: RetroEvent): RetroEvent {
  while (bytesOf(event) > EVENT_MAX_BYTES) {
    const longest = (event.shards ?? []).reduce<{ tail: ShardChange[] } | null>(
      (best, shard) => (bytesOf(shard.tail) > bytesOf(best?.tail ?? []) ? shard : best),
      null,
    );
    if (longest && longest.tail.length > 0) longest.tail.shift();
    else if (event.actions) delete event.actions;
    else if (event.setup) delete event.setup;
    else break;
  }
  return event;
}

/**
 * Texts of cards that have just turned face up, in pieces, so that nobody has to fetch the board for them. `doc`: the board
 * as read after the reveal was written, so that no text is told that was changed or moved away before.
 */
export function textEvents(doc: Document, columns: readonly string[]): RetroEvent[] {
  const base = blank(doc, 'texts');
  const faceUp = columns.filter((column) => doc.head.revealed.includes(column));
  const cards = doc
    .shards()
    .flatMap((n) => Object.values(doc.shard(n).items))
    .filter((item) => item.kind === 'card' && !item.gone && faceUp.includes(item.column))
    .map((item) => presentItem(item, doc.head, NOBODY) as PublicCard);
  const events: RetroEvent[] = [];
  let texts: PublicCard[] = [];
  let size = 0;
  for (const card of cards) {
    const bytes = bytesOf(card);
    if (size + bytes > EVENT_MAX_BYTES - 1024 && texts.length > 0) {
      events.push({ ...base, texts });
      texts = [];
      size = 0;
    }
    texts.push(card);
    size += bytes;
  }
  if (texts.length > 0) events.push({ ...base, texts });
  return events;
}

/** Publishes events one after the other. False: at least one was refused; the next event or a sync heals it. */
export async function publishAll(
  app: App,
  doc: Document,
  wire: StoredRecord | undefined,
  events: readonly RetroEvent[],
): Promise<boolean> {
  try {
    const tokens = await ensureWire(app, doc.head, wire);
    if (!tokens) return false;
    const sent: boolean[] = [];
    for (const event of events) sent.push(await app.broadcast.publish(doc.head.channel, tokens.publish, event));
    return sent.every(Boolean);
  } catch (error) {
    // What fails after the commit never fails the command: the broadcast is a hint.
    app.log('publish-failed', { reason: error instanceof Error ? error.name : 'unknown' });
    return false;
  }
}
