/** When an owner is told about an action item. A mail goes out on working days only, at nine in the owner's morning. */
export const OCCURRENCES = ['before', 'on', 'overdue'] as const;

/** before: one working day ahead · on: the day itself, if it is a working day · overdue: once, the working day after. */
export type Occurrence = (typeof OCCURRENCES)[number];

/** One occurrence with its moment, epoch milliseconds. */
export interface Moment {
  occurrence: Occurrence;
  at: number;
}

/** The due marker of an action item: who is to be told what next, and who is just telling them. */
export interface Reminder {
  v: 1;
  actionId: string;
  teamId: string;
  ownerId: string;
  due: string;
  /** Owner and due date are what they are since then: what fell due earlier concerns nobody. */
  since: number;
  /** The last occurrence that is dealt with. */
  passed: Occurrence | null;
  /** A run is telling the owner; after `until` (epoch ms) it counts as dead. */
  claim: { until: number; run: string } | null;
  /** What was being told at the last claim, and how often it was claimed without an end. */
  telling: Occurrence | null;
  tries: number;
}

/** A run that died is repeated once: nobody can know whether its mail had gone. */
export const TRIES_MAX = 2;
/** Longer than any run lives. */
export const LEASE_MS = 15 * 60 * 1000;

const rank = (occurrence: Occurrence | null): number => (occurrence === null ? -1 : OCCURRENCES.indexOf(occurrence));

export interface Agenda {
  /** The latest occurrence that has come and was not dealt with: what a late sweep says, once. */
  say: Moment | null;
  /** The first one still to come. */
  next: Moment | null;
}

/** What a reminder has to say at a moment, given its occurrences in the owner's zone. */
export function agendaOf(reminder: Reminder, moments: readonly Moment[], now: number): Agenda {
  const open = moments.filter((m) => m.at > reminder.since && rank(m.occurrence) > rank(reminder.passed));
  return {
    say: open.filter((m) => m.at <= now).at(-1) ?? null,
    next: open.find((m) => m.at > now) ?? null,
  };
}

/** How often this occurrence was claimed by runs that never came back. */
export const triesOf = (reminder: Reminder, occurrence: Occurrence): number =>
  reminder.telling === occurrence ? reminder.tries : 0;

/** The reminder in a run's hands, for one occurrence. */
export function claimed(reminder: Reminder, occurrence: Occurrence, run: string, now: number): Reminder {
  const tries = triesOf(reminder, occurrence) + 1;
  return { ...reminder, claim: { until: now + LEASE_MS, run }, telling: occurrence, tries };
}

/** The reminder after a run that sent nothing: as it was before. */
export const released = (reminder: Reminder): Reminder => ({ ...reminder, claim: null, tries: reminder.tries - 1 });

/** The reminder after its run: dealt with up to `occurrence`, in nobody's hands. */
export const dealtWith = (reminder: Reminder, occurrence: Occurrence): Reminder => ({
  ...reminder,
  passed: occurrence,
  claim: null,
  telling: null,
  tries: 0,
});
