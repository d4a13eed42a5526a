import type { ActionItem } from '#domain/action-item';
import type { Reminder } from '#domain/reminder';
import { reminderKey } from '../live/keys';
import type { Attributes, Change, StoredRecord } from '../ports/records';
import { FIRST_ZONE, LAST_ZONE, momentsOf } from './calendar';

const MINUTE = 60_000;
/** Revisions of new markers count seconds from here: one made after another was deleted is never taken for it. */
const REVISIONS_FROM = Date.UTC(2026, 0, 1);

/** What the index of due markers is made of. `at`: minutes since the epoch at which the marker is to be looked at. */
export const reminderAttributes = (reminder: Reminder, atMs: number): Attributes => ({
  queue: 'all',
  at: Math.ceil(atMs / MINUTE),
  ownerId: reminder.ownerId,
});

/**
 * What an action item's change does to its due marker, for the same transaction; null for nothing. `stored`: the marker
 * as read. The owner's zone is not known here, so a new marker comes up when its morning begins anywhere.
 */
export function reminderChange(action: ActionItem, stored: StoredRecord | null, now: number): Change | null {
  const wanted = wantedReminder(action, now);
  // What is still to be told stays, however late.
  if (stored && wanted && sameOccasion(stored.body as Reminder, wanted)) return null;
  const at = reminderKey(action.id);
  const first = wanted && firstLook(wanted.due, now);
  if (!wanted || first === null) return stored ? { op: 'delete', at, ifRev: stored.rev } : null;
  const record = (rev: number): StoredRecord => ({ rev, body: wanted, attributes: reminderAttributes(wanted, first) });
  if (stored) return { op: 'set', at, ifRev: stored.rev, record: record(stored.rev + 1) };
  return { op: 'set', at, record: record(Math.max(1, Math.floor((now - REVISIONS_FROM) / 1000))) };
}

const sameOccasion = (a: Reminder, b: Reminder): boolean => a.ownerId === b.ownerId && a.due === b.due;

function wantedReminder(action: ActionItem, now: number): Reminder | null {
  const { id: actionId, teamId, owner, due } = action;
  if (action.state !== 'open' || owner === null || due === null) return null;
  const untouched = { passed: null, claim: null, telling: null, tries: 0 };
  return { v: 1, actionId, teamId, ownerId: owner, due, since: now, ...untouched };
}

/** When the first occurrence that may still lie ahead begins anywhere; null when all are over everywhere. */
function firstLook(due: string, now: number): number | null {
  const last = momentsOf(due, LAST_ZONE);
  const ahead = momentsOf(due, FIRST_ZONE).find((_, i) => (last[i]?.at ?? 0) > now);
  return ahead?.at ?? null;
}
