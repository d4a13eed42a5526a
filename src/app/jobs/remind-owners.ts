/**
 * Tells owners what is due. Each occurrence is claimed, told, confirmed: a run that died after its claim is repeated
 * once, and that mail says so. Bounded; what is left over comes up in the next run.
 */
import { ok } from '#domain/result';
import { TRIES_MAX, triesOf } from '#domain/reminder';
import type { App } from '../app';
import { applyState } from '../jira/issue-state';
import { changeStoredAction } from '../jira/store-action';
import type { IssueState } from '../ports/jira';
import { JiraFailure } from '../ports/jira';
import { claimAll, confirm } from './claim';
import type { DueReminder } from './due-reminders';
import { dueReminders, keysDue } from './due-reminders';
import type { Held } from './tell-owner';
import { tellOwner } from './tell-owner';
import { zonesOf } from './zones';

export interface RemindReport {
  due: number;
  mails: number;
  /** People Jira would not reach, or whose action items have no issue. */
  unreached: number;
  /** Jira asked to wait, or did not answer: the rest stays due. */
  stopped: boolean;
}

const PER_RUN = 200;
const RUN_ID = 12;
const HIDDEN_PATIENCE_MS = 6 * 60 * 60 * 1000;

/** One run over what has come up. `until`: epoch ms after which no further person is begun. */
export async function remindOwners(app: App, until: number, limit = PER_RUN): Promise<RemindReport> {
  const report: RemindReport = { due: 0, mails: 0, unreached: 0, stopped: false };
  try {
    const due = await dueReminders(app, zonesOf(app), await keysDue(app, limit));
    report.due = due.length;
    const states = await statesOf(app, due);
    const run = app.ids.random(RUN_ID);
    for (const person of byOwner(due)) {
      if (app.clock.now() > until) break;
      const held = await take(app, person, states, run);
      const told = held.length > 0 ? await tellOwner(app, held, states) : 'nobody';
      if (told === 'sent') report.mails += 1;
      if (told === 'unreached') report.unreached += 1;
    }
  } catch (error) {
    if (!(error instanceof JiraFailure)) throw error;
    app.log('reminders-stopped', { kind: error.kind });
    report.stopped = true;
  }
  return report;
}

/** How the issues are now, in bulk, before anybody is told of one that is done. */
async function statesOf(app: App, due: readonly DueReminder[]): Promise<Map<string, IssueState>> {
  const ids = due.flatMap(({ action }) => (action.issue && !action.issue.gone ? [action.issue.id] : []));
  return ids.length > 0 ? app.jira.states([...new Set(ids)]) : new Map<string, IssueState>();
}

function byOwner(due: readonly DueReminder[]): DueReminder[][] {
  const people = new Map<string, DueReminder[]>();
  for (const reminder of due) {
    const { ownerId } = reminder.reminder;
    people.set(ownerId, [...(people.get(ownerId) ?? []), reminder]);
  }
  return [...people.values()];
}

/** Claims what a person is to be told; what is done in Jira is closed here instead, what died twice is given up. */
async function take(
  app: App,
  person: readonly DueReminder[],
  states: ReadonlyMap<string, IssueState>,
  run: string,
): Promise<Held[]> {
  const wanted: DueReminder[] = [];
  for (const due of person) {
    const fate = fateOf(due, states, app.clock.now());
    if (fate === 'tell') wanted.push(due);
    else if (fate === 'done') await closeDone(app, due.action.id, states);
    else if (fate === 'give-up') {
      app.log('reminder-given-up', { occurrence: due.occurrence });
      await confirm(app, due, due.occurrence, due.zone);
    }
  }
  const held = await claimAll(app, wanted, run);
  return held.map((one) => ({ ...one, repeated: triesOf(one.reminder, one.occurrence) > 1 }));
}

function fateOf(
  due: DueReminder,
  states: ReadonlyMap<string, IssueState>,
  now: number,
): 'tell' | 'done' | 'give-up' | 'wait' {
  const { issue } = due.action;
  const state = issue ? states.get(issue.id) : undefined;
  if (state?.done) return 'done';
  if (triesOf(due.reminder, due.occurrence) >= TRIES_MAX) return 'give-up';
  // Jira may hide an issue for a while (a fresh installation, a hiccup of its own): a mail needs it.
  if (issue && !issue.gone && !state && now - due.moment < HIDDEN_PATIENCE_MS) return 'wait';
  return 'tell';
}

/** The event was lost or is late: the action item is done, and with it its reminder. */
const closeDone = (app: App, actionId: string, states: ReadonlyMap<string, IssueState>): Promise<unknown> =>
  changeStoredAction(app, actionId, (action, now) => {
    const state = action.issue && states.get(action.issue.id);
    return ok(state ? applyState(action, state, ['status'], now) : action);
  });
