/** What has come up in the queue of due markers, read fresh and held against its action item and the owner's morning. */
import type { ActionItem } from '#domain/action-item';
import type { Occurrence, Reminder } from '#domain/reminder';
import { agendaOf } from '#domain/reminder';
import type { App } from '../app';
import { actionKey, reminderKey } from '../live/keys';
import type { StoredRecord } from '../ports/records';
import { recordName } from '../ports/records';
import { momentsOf } from './calendar';
import { moveOn } from './claim';
import type { Zones } from './zones';

/** One thing to tell one person now. */
export interface DueReminder {
  rev: number;
  reminder: Reminder;
  action: ActionItem;
  occurrence: Occurrence;
  /** When it fell due, epoch milliseconds. */
  moment: number;
  zone: string;
}

const READ_AT_ONCE = 12;

/** Keys of markers whose time has come, oldest first, at most `limit`. */
export async function keysDue(app: App, limit: number): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await app.records.query({
      entity: 'reminder',
      index: 'by-queue',
      partition: ['all'],
      range: { to: Math.floor(app.clock.now() / 60_000) },
      limit: Math.min(100, limit),
      ...(cursor === null ? {} : { cursor }),
    });
    keys.push(...page.rows.map(({ key }) => key));
    cursor = page.cursor;
  } while (cursor !== null && keys.length < limit);
  return keys.slice(0, limit);
}

/** Those that are really due; markers that came up early, or for nothing, are put where they belong. */
export async function dueReminders(app: App, zones: Zones, keys: readonly string[]): Promise<DueReminder[]> {
  const due: DueReminder[] = [];
  for (let i = 0; i < keys.length; i += READ_AT_ONCE) {
    const part = keys.slice(i, i + READ_AT_ONCE);
    const records = await app.records.readMany(part.flatMap((key) => [reminderKey(key), actionKey(key)]));
    for (const key of part) {
      const marker = records.get(recordName(reminderKey(key)));
      const action = records.get(recordName(actionKey(key)));
      const found = marker ? await judge(app, zones, marker, action) : null;
      if (found) due.push(found);
    }
  }
  return due;
}

async function judge(
  app: App,
  zones: Zones,
  marker: StoredRecord,
  stored: StoredRecord | undefined,
): Promise<DueReminder | null> {
  const reminder = marker.body as Reminder;
  const action = stored?.body as ActionItem | undefined;
  const now = app.clock.now();
  // Somebody is telling the owner this very moment.
  if (reminder.claim && reminder.claim.until > now) return null;
  if (!action || !stillWanted(action, reminder)) {
    await app.records.commit([{ op: 'delete', at: reminderKey(reminder.actionId), ifRev: marker.rev }]);
    return null;
  }
  const zone = await zones.of(reminder.ownerId, action.teamId);
  const { say } = agendaOf(reminder, momentsOf(reminder.due, zone), now);
  if (say) return { rev: marker.rev, reminder, action, occurrence: say.occurrence, moment: say.at, zone };
  await moveOn(app, marker.rev, { ...reminder, claim: null }, zone);
  return null;
}

const stillWanted = (action: ActionItem, reminder: Reminder): boolean =>
  action.state === 'open' && action.owner === reminder.ownerId && action.due === reminder.due;
