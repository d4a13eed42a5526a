import type { App } from '../app';
import { JiraFailure } from '../ports/jira';
import { StorageFailure } from '../ports/records';
import { sweepFilings } from '../jira/sweep-filings';
import { finishClosings } from '../run/finish-closings';
import { deleteDiscarded } from './delete-discarded';
import { remindOwners } from './remind-owners';

/** The function lives 300 s; nothing new is begun after this. */
const BUDGET_MS = 200_000;

type Facts = Record<string, string | number | boolean>;

/**
 * The hourly sweep. Its parts are independent, bounded and resumable: what one run leaves, or dies in, the next one
 * finds; coming early, late or twice does no harm.
 */
export async function onHour(app: App): Promise<void> {
  const until = app.clock.now() + BUDGET_MS;
  await part(app, 'filings', async () => ({ ...(await sweepFilings(app)) }));
  await part(app, 'reminders', async () => ({ ...(await remindOwners(app, until)) }));
  await part(app, 'closings', async () => ({ ...(await finishClosings(app)) }));
  await part(app, 'drafts', async () => ({ deleted: await deleteDiscarded(app) }));
}

/** One part's trouble is not the next one's. A failure of storage or Jira is expected; anything else is ours. */
async function part(app: App, name: string, work: () => Promise<Facts>): Promise<void> {
  try {
    app.log(`hour-${name}`, await work());
  } catch (error) {
    const expected = error instanceof JiraFailure || error instanceof StorageFailure;
    const reason = error instanceof Error ? error.name : 'unknown';
    app.log(expected ? `hour-${name}-failed` : 'bug', { part: name, reason });
  }
}
