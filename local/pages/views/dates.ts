import { html } from 'hono/html';
import type { Visit } from '../visit';
import type { Markup } from './markup';

/** A calendar day (`2026-12-01`) as Jira shows it: "1 Dec 2026". */
export function dayText(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(`${day.slice(0, 10)}T00:00:00Z`),
  );
}

/** A moment in this person's time zone, with its exact form for machines. */
export function momentIn(visit: Visit, at: number | string): Markup {
  const date = new Date(typeof at === 'string' ? at.replace(/([+-]\d\d)(\d\d)$/, '$1:$2') : at);
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone: visit.me.timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
  return html`<time datetime="${date.toISOString()}">${text}</time>`;
}

/** Today for this person, as a calendar day. */
export function todayOf(visit: Visit): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: visit.me.timeZone }).format(visit.site.clock.now());
}
