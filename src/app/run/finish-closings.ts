/** For the hourly sweep: retros somebody began to close, and those nobody has touched for 14 days. */
import type { Head } from '#domain/retro';
import type { App } from '../app';
import { shutGates } from '../commands/voting';
import { load } from '../live/load';
import { finishClosing } from './finish-closing';

const FORGOTTEN_MS = 14 * 24 * 60 * 60 * 1000;
const PER_STATE = 20;

const forgotten = (head: Head, now: number): boolean => now - head.touchedAt > FORGOTTEN_MS;

/** Finishes up to 20 closings and closes up to 20 forgotten retros; how many of each. */
export async function finishClosings(app: App): Promise<{ finished: number; closed: number }> {
  let finished = 0;
  let closed = 0;
  for (const state of ['closing', 'running', 'lobby'] as const) {
    // Oldest first, and of the running ones only those whose state changed long enough ago: the young cost nothing.
    const page = await app.records.query({
      entity: 'retro',
      index: 'by-state',
      partition: [state],
      ...(state === 'closing' ? {} : { range: { to: Math.floor((app.clock.now() - FORGOTTEN_MS) / 60_000) } }),
      limit: PER_STATE,
    });
    for (const row of page.rows) {
      if (state !== 'closing' && !(await beginClosing(app, row.key))) continue;
      if (!(await finishClosing(app, row.key))) continue;
      if (state === 'closing') finished += 1;
      else closed += 1;
    }
  }
  return { finished, closed };
}

/** Puts a forgotten retro into state `closing`. False: somebody came back to it. */
async function beginClosing(app: App, retroId: string): Promise<boolean> {
  const loaded = await load(app, retroId, ['setup'], { strict: true });
  if (!loaded) return false;
  const { doc } = loaded;
  if (doc.head.state === 'closing') return true;
  if (doc.head.state === 'closed' || !forgotten(doc.head, app.clock.now())) return false;
  if (doc.head.voting?.state === 'open') shutGates(doc, doc.head.voting);
  doc.setHead({ ...doc.head, state: 'closing' });
  return (await app.records.commit(doc.changes())) === 'done';
}
