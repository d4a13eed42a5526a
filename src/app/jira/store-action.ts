/** The one way an action item changes outside the board's own commands: record, due marker and board in one transaction. */
import type { ActionItem } from '#domain/action-item';
import { publicAction } from '#domain/action-item';
import { partsOfAction, shardOfItem } from '#domain/ids';
import type { Result } from '#domain/result';
import { ok, refuse } from '#domain/result';
import type { App } from '../app';
import { reminderChange } from '../jobs/reminder-record';
import { actionAttributes } from '../live/action-record';
import { eventsOf, publishAll } from '../live/announce';
import { actionKey, reminderKey, shardPart } from '../live/keys';
import type { Loaded } from '../live/load';
import { load } from '../live/load';
import { wireKey } from '../live/wire';
import { recordName } from '../ports/records';

const ATTEMPTS = 6;

/** What becomes of an action item: another one, the same one (nothing is written), or a refusal. */
export type Decide = (action: ActionItem, now: number) => Result<ActionItem>;

export interface StoredChange {
  action: ActionItem;
  changed: boolean;
}

/**
 * Decides on the action as it is now, writes it if it is still that, and tells the board. After a conflict it is read
 * and decided again; a "no", or "nothing to do", is only believed of a strict reading. Refused `access/not-found`,
 * `conflict/try-again`, or what `decide` refuses.
 */
export async function changeStoredAction(app: App, actionId: string, decide: Decide): Promise<Result<StoredChange>> {
  for (let n = 1; n <= ATTEMPTS; n += 1) {
    const strict = n > 1;
    const turn = await attempt(app, actionId, decide, strict);
    if (turn === 'again') await app.clock.sleep((10 + 30 * app.ids.chance()) * n);
    else if (strict || (turn.ok && turn.value.changed)) return turn;
  }
  return refuse('conflict/try-again');
}

async function attempt(
  app: App,
  actionId: string,
  decide: Decide,
  strict: boolean,
): Promise<Result<StoredChange> | 'again'> {
  const loaded = await read(app, actionId, strict);
  const stored = loaded?.records.get(recordName(actionKey(actionId)));
  if (!loaded || !stored) return refuse('access/not-found');
  const before = stored.body as ActionItem;
  const decided = decide(before, loaded.doc.now);
  if (!decided.ok) return decided;
  const action = decided.value;
  if (JSON.stringify(action) === JSON.stringify(before)) return ok({ action: before, changed: false });
  return (await write(app, loaded, action, stored.rev)) ? ok({ action, changed: true }) : 'again';
}

const read = (app: App, actionId: string, strict: boolean): Promise<Loaded | null> => {
  const { retroId, item } = partsOfAction(actionId);
  const extra = [actionKey(actionId), reminderKey(actionId), wireKey(retroId)];
  return load(app, retroId, [shardPart(shardOfItem(item))], { strict, extra });
};

async function write(app: App, loaded: Loaded, action: ActionItem, rev: number): Promise<boolean> {
  const { doc, records } = loaded;
  const { item } = partsOfAction(action.id);
  const place = doc.item(item);
  if (place?.kind !== 'action') return false;
  const record = { rev: rev + 1, body: action, attributes: actionAttributes(action) };
  doc.also({ op: 'set', at: actionKey(action.id), ifRev: rev, record });
  const reminder = reminderChange(action, records.get(recordName(reminderKey(action.id))) ?? null, doc.now);
  if (reminder) doc.also(reminder);
  // The board counts the changes, so that whoever misses the event finds out by its shard's revision.
  doc.setItems({ [item]: { ...place, n: place.n + 1 } });
  if ((await app.records.commit(doc.changes())) === 'conflict') return false;
  const events = eventsOf(doc, { actions: { [item]: publicAction(action) } });
  await publishAll(app, doc, records.get(recordName(wireKey(doc.retroId))), events);
  return true;
}
