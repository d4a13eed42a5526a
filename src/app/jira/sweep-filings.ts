/** The sweep's share of filing: finds what nobody has looked for, and repeats links Jira had no time for. */
import type { ActionItem } from '#domain/action-item';
import type { App } from '../app';
import { JiraFailure } from '../ports/jira';
import { lookOnce } from './check-filing';
import { linkBack } from './link-back';

const PER_RUN = 30;
/** After two days without a find there is nothing to find; the person can still create the issue again. */
const SEARCHED_MS = 2 * 24 * 60 * 60 * 1000;

/** Goes through attempts of unknown outcome and missing links; how many were settled. Stops when Jira asks to wait. */
export async function sweepFilings(app: App): Promise<{ settled: number; links: number }> {
  let settled = 0;
  for (const state of ['calling', 'checking'] as const)
    for (const action of await waiting(app, state)) {
      if (!action.filing || app.clock.now() - action.filing.since > SEARCHED_MS) continue;
      const looked = await look(app, action);
      if (looked === 'wait') return { settled, links: 0 };
      if (looked === 'found') settled += 1;
    }
  const unlinked = await waiting(app, 'linking');
  for (const action of unlinked) await linkBack(app, action, 'app');
  return { settled, links: unlinked.length };
}

async function waiting(app: App, filing: 'calling' | 'checking' | 'linking'): Promise<ActionItem[]> {
  const page = await app.records.query({
    entity: 'action',
    index: 'by-filing',
    partition: [filing],
    newestFirst: true,
    limit: PER_RUN,
  });
  return page.rows.map(({ record }) => record.body as ActionItem);
}

async function look(app: App, action: ActionItem): Promise<'found' | 'not-yet' | 'wait'> {
  try {
    const looked = await lookOnce(app, action);
    return looked.ok && looked.value.issue ? 'found' : 'not-yet';
  } catch (error) {
    if (!(error instanceof JiraFailure)) throw error;
    app.log('filing-check-failed', { kind: error.kind });
    return error.kind === 'busy' ? 'wait' : 'not-yet';
  }
}
