import { tzOffset } from '@date-fns/tz';
import { SITE_ZONE } from './site';

const MINUTE = 60_000;

/** `2026-09-27T10:03:11.123+0200`: Jira's platform form, in the site's zone, without a colon in the offset. */
export function siteTimestamp(at: number, zone: string = SITE_ZONE): string {
  const offset = tzOffset(zone, new Date(at));
  const local = new Date(at + offset * MINUTE).toISOString().slice(0, -1);
  const minutes = Math.abs(offset);
  const pad = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${pad(minutes / 60)}${pad(minutes % 60)}`;
}

/** `2026-09-27` as a calendar shows it in `zone`. */
export function localDate(at: number, zone: string): string {
  return new Date(at + tzOffset(zone, new Date(at)) * MINUTE).toISOString().slice(0, 10);
}

/** Milliseconds of a wall clock time in `zone` (the earlier one when a clock change repeats it). */
export function zonedTime(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  zone: string,
): number {
  const wall = Date.UTC(year, month, day, hour, minute);
  const guess = wall - tzOffset(zone, new Date(wall)) * MINUTE;
  return wall - tzOffset(zone, new Date(guess)) * MINUTE;
}
