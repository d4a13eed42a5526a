/** Taking a due marker into one's hands, and putting it down again. Every write holds only for the revision that was read. */
import type { Occurrence, Reminder } from '#domain/reminder';
import { LEASE_MS, agendaOf, claimed, dealtWith, released } from '#domain/reminder';
import type { App } from '../app';
import { reminderKey } from '../live/keys';
import type { Change } from '../ports/records';
import { momentsOf } from './calendar';
import { reminderAttributes } from './reminder-record';

/** A marker in this run's hands. */
export interface Claim {
  rev: number;
  reminder: Reminder;
}

const written = (reminder: Reminder, rev: number, at: number): Change => ({
  op: 'set',
  at: reminderKey(reminder.actionId),
  ifRev: rev,
  record: { rev: rev + 1, body: reminder, attributes: reminderAttributes(reminder, at) },
});

interface Wish {
  rev: number;
  reminder: Reminder;
  occurrence: Occurrence;
}

/** What a transaction takes. */
const AT_ONCE = 25;

/**
 * Markers in the hands of `run`, together where possible: two runs at the same moment then never share one person's
 * mail. They come up again when the lease has run out. What somebody else was faster with is missing.
 */
export async function claimAll<T extends Wish>(app: App, wishes: readonly T[], run: string): Promise<(T & Claim)[]> {
  const now = app.clock.now();
  const taken = wishes.map((wish) => {
    const reminder = claimed(wish.reminder, wish.occurrence, run, now);
    return {
      wish,
      change: written(reminder, wish.rev, now + LEASE_MS),
      held: { ...wish, rev: wish.rev + 1, reminder },
    };
  });
  const held: (T & Claim)[] = [];
  for (let i = 0; i < taken.length; i += AT_ONCE) {
    const part = taken.slice(i, i + AT_ONCE);
    if ((await app.records.commit(part.map(({ change }) => change))) === 'done')
      held.push(...part.map((one) => one.held));
    else for (const one of part) if ((await app.records.commit([one.change])) === 'done') held.push(one.held);
  }
  return held;
}

/** The occurrence is dealt with: the marker waits for the next one, or is gone. False: the action has changed meanwhile. */
export const confirm = (app: App, { rev, reminder }: Claim, occurrence: Occurrence, zone: string): Promise<boolean> =>
  moveOn(app, rev, dealtWith(reminder, occurrence), zone);

/** Nothing was sent: the marker is as it was before the claim, and due. */
export async function release(app: App, { rev, reminder }: Claim): Promise<void> {
  await app.records.commit([written(released(reminder), rev, app.clock.now())]);
}

/** Puts a marker to its next moment, or away when there is none. */
export async function moveOn(app: App, rev: number, reminder: Reminder, zone: string): Promise<boolean> {
  const { next } = agendaOf(reminder, momentsOf(reminder.due, zone), app.clock.now());
  const change: Change = next
    ? written(reminder, rev, next.at)
    : { op: 'delete', at: reminderKey(reminder.actionId), ifRev: rev };
  return (await app.records.commit([change])) === 'done';
}
