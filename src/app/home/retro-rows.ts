/** The list of a team's retros: read from its own small records, newest first, never from boards. */
import type { RetroRow } from '#contract/api';
import type { RetroState } from '#domain/retro';
import type { App } from '../app';
import type { RetroRowBody } from '../live/retro-row';
import type { StoredRecord } from '../ports/records';

/** Closed retros a page of the list shows. */
export const PAGE = 20;
const SCAN = 100;
/** A team with this many retros between two pages of closed ones is no team. */
const SCANS_MAX = 5;

/** What somebody put away; it is not in any list and disappears after a day. */
export const DISCARDED = 'discarded';

interface Row extends RetroRow {
  /** Minutes, as the index has them. */
  minutes: number;
}

function rowOf(key: string, record: StoredRecord): Row {
  const { attributes, body } = record;
  const minutes = Number(attributes['at']);
  return {
    ...(body as RetroRowBody),
    retroId: key,
    teamId: String(attributes['teamId']),
    state: attributes['state'] as RetroState,
    at: minutes * 60_000,
    minutes,
  };
}

const shown = ({ minutes: _minutes, ...row }: Row): RetroRow => row;

/** Newest first; retros of one minute in the order of their ids, so that a page ends where the next one begins. */
const newestFirst = (a: Row, b: Row): number => b.minutes - a.minutes || (a.retroId < b.retroId ? -1 : 1);

interface Scan {
  rows: Row[];
  /** Everything younger than this minute is in `rows`; null: nothing is left. */
  complete: number | null;
}

/** Rows from a minute on downwards, whole minutes only. */
async function scan(app: App, teamId: string, to: number | undefined): Promise<Scan> {
  const range = to === undefined ? {} : { range: { to } };
  const page = await app.records.query({
    entity: 'retro',
    index: 'by-team',
    partition: [teamId],
    newestFirst: true,
    limit: SCAN,
    ...range,
  });
  const rows = page.rows.map(({ key, record }) => rowOf(key, record));
  const last = rows.at(-1);
  if (page.cursor === null || !last) return { rows, complete: null };
  const whole = rows.filter((row) => row.minutes > last.minutes);
  return whole.length > 0 ? { rows: whole, complete: last.minutes } : { rows, complete: last.minutes - 1 };
}

export interface RetroLists {
  open: RetroRow[];
  closed: { rows: RetroRow[]; cursor: string | null };
}

/**
 * The retros under way among the newest hundred, and the first page of closed ones. Drafts are their facilitators' own.
 * One query: somebody who had a hundred retros since has no open one left that matters.
 */
export async function retroLists(app: App, teamId: string, accountId: string): Promise<RetroLists> {
  const { rows, complete } = await scan(app, teamId, undefined);
  const open = rows.filter((row) => row.state !== 'closed' && isShownTo(row, accountId)).sort(newestFirst);
  return { open: open.map(shown), closed: pageOf(rows, complete) };
}

const isShownTo = (row: Row, accountId: string): boolean =>
  (row.state as string) !== DISCARDED && (row.state !== 'draft' || row.facilitators.includes(accountId));

function pageOf(rows: readonly Row[], complete: number | null): RetroLists['closed'] {
  const closed = rows.filter((row) => row.state === 'closed').sort(newestFirst);
  const page = closed.slice(0, PAGE);
  const last = page.at(-1);
  const more = closed.length > page.length && last ? `${last.minutes}.${last.retroId}` : null;
  return { rows: page.map(shown), cursor: more ?? (complete === null ? null : `${complete}.`) };
}

/** The next page of closed retros: after the row the cursor names. A cursor is a place, so it never goes stale. */
export async function closedPage(app: App, teamId: string, cursor: string): Promise<RetroLists['closed']> {
  const [minutes = '', ...rest] = cursor.split('.');
  const from = cursor === '' ? undefined : Number(minutes);
  const after = rest.join('.');
  const found: Row[] = [];
  let to = Number.isInteger(from) ? from : undefined;
  let complete: number | null = null;
  for (let n = 0; n < SCANS_MAX; n += 1) {
    const part = await scan(app, teamId, to);
    found.push(...part.rows.filter((row) => row.minutes !== from || after === '' || row.retroId > after));
    complete = part.complete;
    if (complete === null || found.filter((row) => row.state === 'closed').length > PAGE) break;
    to = complete;
  }
  return pageOf(found, complete);
}
