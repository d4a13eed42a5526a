/** For the hourly sweep: retros somebody began to close, and those nobody has touched for 14 days. */
import type { App } from '../app';
import { shutGates } from '../commands/voting';
import type { Document } from '../live/document';
import { boardParts, load } from '../live/load';
import type { QueryPage } from '../ports/records';
import { finishClosing } from './finish-closing';

const FORGOTTEN_MS = 14 * 24 * 60 * 60 * 1000;
const PER_STATE = 20;
/** Old retros that are still used must not hide a forgotten one: so many pages are looked through. */
const PAGES = 5;

/** The last sign of life: what the facilitators did, or the last change of any shard. */
function lastTouched(doc: Document): number {
  const changes = doc.shards().flatMap((n) => doc.shard(n).tail.map(([, at]) => at));
  return Math.max(doc.head.touchedAt, ...changes);
}

/** Finishes up to 20 closings and closes up to 20 forgotten retros; how many of each. */
export async function finishClosings(app: App): Promise<{ finished: number; closed: number }> {
  const finished = await finishAll(app, 'closing');
  const closed = (await finishAll(app, 'running')) + (await finishAll(app, 'lobby'));
  return { finished, closed };
}

async function finishAll(app: App, state: 'closing' | 'running' | 'lobby'): Promise<number> {
  let done = 0;
  let cursor: string | null = null;
  for (let n = 0; n < PAGES && done < PER_STATE; n += 1) {
    const page = await oldest(app, state, cursor);
    for (const { key } of page.rows) {
      if (state !== 'closing' && !(await beginClosing(app, key))) continue;
      if (await finishClosing(app, key)) done += 1;
    }
    cursor = page.cursor;
    if (cursor === null) break;
  }
  return done;
}

/** Oldest first, and of the running ones only those whose state changed long enough ago: the young cost nothing. */
const oldest = (app: App, state: string, cursor: string | null): Promise<QueryPage> =>
  app.records.query({
    entity: 'retro',
    index: 'by-state',
    partition: [state],
    ...(state === 'closing' ? {} : { range: { to: Math.floor((app.clock.now() - FORGOTTEN_MS) / 60_000) } }),
    limit: PER_STATE,
    ...(cursor === null ? {} : { cursor }),
  });

/** Puts a forgotten retro into state `closing`. False: somebody came back to it. */
async function beginClosing(app: App, retroId: string): Promise<boolean> {
  const loaded = await load(app, retroId, boardParts(), { strict: true });
  if (!loaded) return false;
  const { doc } = loaded;
  if (doc.head.state === 'closing') return true;
  if (doc.head.state === 'closed' || app.clock.now() - lastTouched(doc) <= FORGOTTEN_MS) return false;
  if (doc.head.voting?.state === 'open') shutGates(doc, doc.head.voting);
  doc.setHead({ ...doc.head, state: 'closing' });
  return (await app.records.commit(doc.changes())) === 'done';
}
