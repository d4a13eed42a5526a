import { LOCALE, t } from './t';

const DAY_MS = 24 * 60 * 60 * 1000;
const fullDate = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const shortDate = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' });
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });

/** A moment (epoch milliseconds) as a day in the reader's time zone; the year only when it is not `now`'s. */
export function dateOf(at: number, now: number): string {
  const date = new Date(at);
  return (date.getFullYear() === new Date(now).getFullYear() ? shortDate : fullDate).format(date);
}

/** A calendar day (YYYY-MM-DD) in words, whatever the reader's time zone. */
export function dayOf(day: string, now: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return dateOf(new Date(year, month - 1, date).getTime(), now);
}

/** Today in the reader's time zone as YYYY-MM-DD; `now` in epoch milliseconds. */
export function todayOf(now: number): string {
  const date = new Date(now);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Days from the reader's today to a calendar day: negative when it has passed. */
export function daysUntil(day: string, now: number): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${todayOf(now)}T00:00:00Z`)) / DAY_MS);
}

/** A due date as people say it: "today", "tomorrow", "in 3 days", "2 days ago", else the date. */
export function dueOf(day: string, now: number): string {
  const days = daysUntil(day, now);
  return Math.abs(days) <= 6 ? relative.format(days, 'day') : dayOf(day, now);
}

/** How long ago a moment was, by the coarsest fitting unit. */
export function agoOf(at: number, now: number): string {
  const minutes = Math.round((at - now) / 60_000);
  if (minutes > -1) return relative.format(0, 'minute');
  if (minutes > -60) return relative.format(minutes, 'minute');
  if (minutes > -24 * 60) return relative.format(Math.round(minutes / 60), 'hour');
  return minutes > -7 * 24 * 60 ? relative.format(Math.round(minutes / 60 / 24), 'day') : dateOf(at, now);
}

/** Minutes and seconds of a countdown: 8:00, 0:07; over an hour 1:05:00. Rounded up, so it ends at 0:00. */
export function clockOf(ms: number): string {
  const total = Math.ceil(ms / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** Names joined as a sentence joins them: "Ana, Ben, and Chris". */
export const listOf = (names: string[]): string => new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(names);

/** The person's name, or a word for somebody who left. */
export const nameOr = (name: string | undefined): string => name || t('common.unknownPerson');
