import { FIRST_TIER, SECOND_TIER } from '#domain/ids';
import { emptyShard } from '#domain/items';
import type { App } from '../app';
import { eventsOf, publishAll } from '../live/announce';
import { partKey, shardPart } from '../live/keys';
import { load } from '../live/load';
import { wireKey } from '../live/wire';
import { recordName } from '../ports/records';

/** Gives a board its second tier of shards: all of them first, then the head that tells of them. Repeatable. */
export async function growBoard(app: App, retroId: string): Promise<void> {
  await Promise.all(
    Array.from({ length: SECOND_TIER }, (_, i) =>
      app.records.create(partKey(retroId, shardPart(FIRST_TIER + i)), { rev: 1, body: emptyShard(), attributes: {} }),
    ),
  );
  for (let n = 1; n <= 5; n += 1) {
    const loaded = await load(app, retroId, [], { strict: true, extra: [wireKey(retroId)] });
    if (!loaded || loaded.doc.head.tiers === 2) return;
    const { doc, records } = loaded;
    doc.setHead({ ...doc.head, tiers: 2 });
    if ((await app.records.commit(doc.changes())) === 'done') {
      await publishAll(app, doc, records.get(recordName(wireKey(retroId))), eventsOf(doc, {}));
      return;
    }
    await app.clock.sleep(20 * n);
  }
}
