import type { RetroPicture } from '#contract/api';
import type { Revisions } from '#contract/events';
import type { PublicAction } from '#domain/action-item';
import { publicAction } from '#domain/action-item';
import type { ActionItem } from '#domain/action-item';
import { actionIdOf } from '#domain/ids';
import type { Viewer } from '#domain/present-retro';
import { presentItem } from '#domain/present-retro';
import { publicHead, publicSetup } from '#domain/retro';
import type { App } from '../app';
import { recordName } from '../ports/records';
import type { Document } from './document';
import { actionKey, shardPart } from './keys';

/** Where a part's revision stands in a vector. */
export const shardSlot = (n: number): number => n + 2;

/** The revisions of what was read, in a vector as long as the board; unknown ones from `hint`. */
export function revisionsOf(doc: Document, hint: Revisions = []): Revisions {
  const shards = doc.shards();
  const length = Math.max(hint.length, 2 + (shards.at(-1) ?? 0) + 1);
  const vector = Array.from({ length }, (_, i) => hint[i] ?? -1);
  if (doc.has('head')) vector[0] = doc.rev('head');
  if (doc.has('setup')) vector[1] = doc.rev('setup');
  for (const n of shards) vector[shardSlot(n)] = doc.rev(shardPart(n));
  return vector;
}

/** A shard as a viewer may see it; in the order of the ids, because that of writing could tell who wrote. */
export const presentShard = (doc: Document, n: number, viewer: Viewer): RetroPicture['shards'][number] => ({
  shard: n,
  rev: doc.rev(shardPart(n)),
  items: Object.values(doc.shard(n).items)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((item) => presentItem(item, doc.head, viewer)),
});

/** What of a read retro is not what the caller holds, as the caller may see it. */
export async function pictureOf(app: App, doc: Document, viewer: Viewer, held: Revisions): Promise<RetroPicture> {
  const differs = (slot: number, rev: number): boolean => rev >= 0 && held[slot] !== rev;
  const shards = doc
    .shards()
    .filter((n) => differs(shardSlot(n), doc.rev(shardPart(n))))
    .map((n) => presentShard(doc, n, viewer));
  const refs = shards.flatMap((shard) => shard.items).filter((item) => item.kind === 'action');
  return {
    ...(differs(0, doc.rev('head')) ? { head: { rev: doc.rev('head'), value: publicHead(doc.head) } } : {}),
    ...(differs(1, doc.rev('setup')) ? { setup: { rev: doc.rev('setup'), value: publicSetup(doc.setup) } } : {}),
    shards,
    actions: await actionsOf(
      app,
      doc.retroId,
      refs.map((ref) => ref.id),
    ),
    revisions: revisionsOf(doc),
  };
}

/** Action items of a retro by their id on its board. */
export async function actionsOf(
  app: App,
  retroId: string,
  ids: readonly string[],
): Promise<Record<string, PublicAction>> {
  if (ids.length === 0) return {};
  const keys = ids.map((id) => actionKey(actionIdOf(retroId, id)));
  // Never older than the place on the board that counts its changes: a client would take it for the newest.
  const records = await app.records.readMany(keys, 'strict');
  const actions: Record<string, PublicAction> = {};
  ids.forEach((id, i) => {
    const key = keys[i];
    const record = key && records.get(recordName(key));
    if (record) actions[id] = publicAction(record.body as ActionItem);
  });
  return actions;
}
