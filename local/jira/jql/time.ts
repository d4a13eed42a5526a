import { localDate, zonedTime } from '../timestamps';
import type { JqlContext } from './context';

const MINUTE = 60_000;
const UNITS: Record<string, number> = { m: MINUTE, h: 60 * MINUTE, d: 1440 * MINUTE, w: 7 * 1440 * MINUTE };
const toMinute = (at: number): number => at - (at % MINUTE);

function relative(text: string): number | undefined {
  if (!/^[+-]?(\d+[wdhm]\s*)+$/.test(text)) return undefined;
  const sum = [...text.matchAll(/(\d+)([wdhm])/g)].reduce(
    (total, [, count, unit]) => total + Number(count) * (UNITS[unit ?? 'm'] ?? 0),
    0,
  );
  return text.startsWith('-') ? -sum : sum;
}

/** `2026-11-22`, `2026/11/22 14:30`, `-5m`, `3d`, `1w 2d`: milliseconds, in the caller's zone, to the minute. Undefined for anything else. */
export function parseMoment(text: string, { now, zone }: JqlContext): number | undefined {
  const offset = relative(text.trim());
  if (offset !== undefined) return toMinute(now + offset);
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day, hour, minute] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return zonedTime(year, month - 1, day, hour, minute, zone);
}

/** The calendar day of a moment, as `duedate` compares it. */
export const dayOf = (at: number, { zone }: JqlContext): string => localDate(at, zone);

type Calendar = [year: number, month: number, day: number];

function shifted([year, month, day]: Calendar, unit: string, by: number): Calendar {
  if (unit === 'Day') return [year, month, day + by];
  if (unit === 'Week') return [year, month, day + 7 * by];
  return unit === 'Month' ? [year, month + by, day] : [year + by, month, day];
}

/** The first day of the unit `today` lies in. Weeks begin on Sunday, Jira's default. */
function startOf([year, month, day]: Calendar, unit: string): Calendar {
  if (unit === 'Day') return [year, month, day];
  if (unit === 'Week') return [year, month, day - new Date(Date.UTC(year, month, day)).getUTCDay()];
  return unit === 'Month' ? [year, month, 1] : [year, 0, 1];
}

/** startOfDay(), endOfWeek("-1") and the like; an argument counts in the function's own unit unless it names one. */
export function momentFunction(name: string, argument: string | undefined, context: JqlContext): number | undefined {
  if (name === 'now') return toMinute(context.now);
  const match = /^(start|end)of(day|week|month|year)$/.exec(name);
  if (!match) return undefined;
  const unit = (match[2] ?? '').replace(/^./, (letter) => letter.toUpperCase());
  const [year, month, day] = dayOf(context.now, context).split('-').map(Number) as Calendar;
  const whole = argument !== undefined && /^[+-]?\d+$/.test(argument) ? Number(argument) : 0;
  const extra = argument === undefined ? 0 : (relative(argument) ?? 0);
  const first = shifted(startOf([year, month - 1, day], unit), unit, whole + (match[1] === 'end' ? 1 : 0));
  return zonedTime(...first, 0, 0, context.zone) + extra - (match[1] === 'end' ? 1 : 0);
}
