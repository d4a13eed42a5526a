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
  const at = reminderKey(action.id);
  const { owner, due } = action;
  const nothing = stored ? ({ op: 'delete', at, ifRev: stored.rev } as const) : null;
  if (action.state !== 'open' || owner === null || due === null) return nothing;
  const old = stored?.body as Reminder | undefined;
  // What is still to be told stays, however late.
  if (stored && old?.ownerId === owner && old.due === due) return null;
  const first = firstLook(due, now);
  if (first === null) return nothing;
  const body: Reminder = {
    v: 1,
    actionId: action.id,
    teamId: action.teamId,
    ownerId: owner,
    due,
    since: now,
    passed: null,
    claim: null,
    tries: 0,
  };
  const rev = stored ? stored.rev + 1 : Math.max(1, Math.floor((now - REVISIONS_FROM) / 1000));
  const record = { rev, body, attributes: reminderAttributes(body, first) };
  return stored ? { op: 'set', at, ifRev: stored.rev, record } : { op: 'set', at, record };
}

/** When the first occurrence that may still lie ahead begins anywhere; null when all are over everywhere. */
function firstLook(due: string, now: number): number | null {
  const last = momentsOf(due, LAST_ZONE);
  const ahead = momentsOf(due, FIRST_ZONE).find((_, i) => (last[i]?.at ?? 0) > now);
  return ahead?.at ?? null;
}
