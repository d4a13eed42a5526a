import { FIRST_TIER } from '#domain/ids';
import type { App } from '../app';
import { DISCARDED } from '../home/retro-rows';
import { partKey, retroKey, shardPart } from '../live/keys';
import { wireKey } from '../live/wire';
import type { RecordKey } from '../ports/records';
import { recordName } from '../ports/records';

/** As long as a draft that was put away can be brought back. */
const KEPT_MINUTES = 24 * 60;
const PER_RUN = 20;

/** Deletes drafts somebody put away a day ago; how many. */
export async function deleteDiscarded(app: App): Promise<number> {
  const page = await app.records.query({
    entity: 'retro',
    index: 'by-state',
    partition: [DISCARDED],
    range: { to: Math.floor(app.clock.now() / 60_000) - KEPT_MINUTES },
    limit: PER_RUN,
  });
  let deleted = 0;
  for (const { key } of page.rows) if (await deleteDraft(app, key)) deleted += 1;
  return deleted;
}

/** The row goes last: a run that dies in between is repeated. False: the draft has been brought back. */
async function deleteDraft(app: App, retroId: string): Promise<boolean> {
  const at = retroKey(retroId);
  const row = (await app.records.readMany([at], 'strict')).get(recordName(at));
  if (row?.attributes['state'] !== DISCARDED) return false;
  const shards = Array.from({ length: FIRST_TIER }, (_, n) => partKey(retroId, shardPart(n)));
  const parts: RecordKey[] = [partKey(retroId, 'head'), partKey(retroId, 'setup'), wireKey(retroId), ...shards];
  await app.records.removeMany(parts);
  await app.records.removeMany([at]);
  return true;
}
