import type { App } from '../app';
import type { IssueState } from '../ports/jira';
import { JiraFailure } from '../ports/jira';
import { dayIn } from './calendar';
import { confirm, release } from './claim';
import type { Digest, DigestLine } from './digest';
import { mailOf } from './digest';
import type { DueReminder } from './due-reminders';

/** What this run holds for one person. `repeated`: an earlier run held it and never came back. */
export interface Held extends DueReminder {
  repeated: boolean;
}

/** The issue a mail can go through. */
interface Carrier {
  held: Held;
  issueId: string;
  issueKey: string;
  projectId: string;
}

const CARRIERS_MAX = 5;

/**
 * One mail for everything the person is to be told, through the first issue they can be reached by. Without any the
 * occurrence has passed: the app's own pages show what is due. Throws `JiraFailure` when nothing was sent and the run
 * had better end.
 */
export async function tellOwner(
  app: App,
  held: readonly Held[],
  states: ReadonlyMap<string, IssueState>,
): Promise<'sent' | 'unreached' | 'unknown'> {
  try {
    const sent = await sendThrough(
      app,
      held.flatMap((one) => carrierOf(one, states)),
    );
    for (const one of held) await confirmed(app, one);
    return sent ? 'sent' : 'unreached';
  } catch (error) {
    if (!(error instanceof JiraFailure)) throw error;
    app.log('reminder-failed', { kind: error.kind });
    // Nobody knows whether the mail has gone: the claims run out, and the next run says so.
    if (error.kind === 'unknown-outcome') return 'unknown';
    for (const one of held) await release(app, one);
    throw error;
  }
}

function carrierOf(held: Held, states: ReadonlyMap<string, IssueState>): Carrier[] {
  const { issue } = held.action;
  const state = issue && !issue.gone ? states.get(issue.id) : undefined;
  return state ? [{ held, issueId: state.id, issueKey: state.key, projectId: state.projectId }] : [];
}

/** False: Jira will not reach this person through any of them. What they may not see is neither carrier nor content. */
async function sendThrough(app: App, all: readonly Carrier[]): Promise<boolean> {
  const [first] = all;
  if (!first) return false;
  const { ownerId } = first.held.reminder;
  const visible = await app.jira.visibleTo(
    ownerId,
    all.map(({ issueId }) => issueId),
  );
  const carriers = visible === null ? all : all.filter(({ issueId }) => visible.has(issueId));
  for (const through of carriers.slice(0, CARRIERS_MAX)) {
    const mail = mailOf(await digestOf(app, through, carriers, visible !== null));
    if ((await app.jira.notify(through.issueKey, ownerId, mail)) === 'sent') return true;
  }
  return false;
}

/** Unless Jira has said what they may see, issues of other projects than the carrier's are named by their key only. */
async function digestOf(app: App, through: Carrier, carriers: readonly Carrier[], checked: boolean): Promise<Digest> {
  const { zone, action } = through.held;
  const lines: (DigestLine & { here: boolean })[] = [];
  for (const { held, issueKey, projectId } of carriers)
    lines.push({
      text: held.action.text,
      retroTitle: held.action.retroTitle,
      due: held.reminder.due,
      issueKey,
      issueUrl: await app.jira.issueUrl(issueKey),
      here: checked || projectId === through.projectId,
    });
  return {
    today: dayIn(app.clock.now(), zone),
    lines: lines.filter((line) => line.here),
    elsewhere: lines.filter((line) => !line.here),
    pageUrl: await app.jira.pageUrl(action.projectId, null),
    perhapsAgain: carriers.some(({ held }) => held.repeated),
  };
}

/** The action may have changed while its owner was told: then it has a new marker, which is right. */
async function confirmed(app: App, held: Held): Promise<void> {
  if (!(await confirm(app, held, held.occurrence, held.zone)))
    app.log('reminder-overtaken', { occurrence: held.occurrence });
}
