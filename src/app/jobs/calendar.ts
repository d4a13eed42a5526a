/** Days and mornings: the only place that knows time zones. Source: IANA rules as the runtime's Intl has them. */
import { TZDate } from '@date-fns/tz';
import { addBusinessDays, format, isWeekend, subBusinessDays } from 'date-fns';
import type { Moment } from '#domain/reminder';

/** The hour of the morning at which people are told. */
const HOUR = 9;

/** Where a day begins first, and last: for what must be known before the owner's zone is. */
export const FIRST_ZONE = 'Etc/GMT-14';
export const LAST_ZONE = 'Etc/GMT+12';

const partsOf = (day: string): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

const noon = (day: string): TZDate => {
  const [year, month, date] = partsOf(day);
  return new TZDate(year, month - 1, date, 12, 0, 0, 'UTC');
};

const dayOf = (date: Date): string => format(date, 'yyyy-MM-dd');

/** Whether a zone's name means something here; Jira's list may be newer than the runtime's. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Nine in the morning of a day (YYYY-MM-DD) in a zone, epoch milliseconds. */
export function morningOf(day: string, zone: string): number {
  const [year, month, date] = partsOf(day);
  return new TZDate(year, month - 1, date, HOUR, 0, 0, zone).getTime();
}

/** The day it is in a zone, YYYY-MM-DD. */
export const dayIn = (now: number, zone: string): string => dayOf(new TZDate(now, zone));

/** The moments at which the owner of something due is told, in order. Nothing falls on a weekend. */
export function momentsOf(due: string, zone: string): Moment[] {
  const day = noon(due);
  const moments: Moment[] = [{ occurrence: 'before', at: morningOf(dayOf(subBusinessDays(day, 1)), zone) }];
  if (!isWeekend(day)) moments.push({ occurrence: 'on', at: morningOf(due, zone) });
  moments.push({ occurrence: 'overdue', at: morningOf(dayOf(addBusinessDays(day, 1)), zone) });
  return moments;
}

/** How many days from one day to another; negative when it is over. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000);

/** A day as people write it: "Mon, 30 November". */
export const dayInWords = (day: string): string => format(noon(day), 'EEE, d MMMM');
