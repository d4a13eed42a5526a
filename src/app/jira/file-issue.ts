/**
 * One click makes an issue. The attempt is stored before Jira is asked, so that a second click or person sees it, and
 * nothing is ever created twice by itself: an answer nobody got leaves the attempt to be found.
 */
import type { Answer, FileIssueRequest } from '#contract/api';
import { acceptFileIssue } from '#contract/validate-filing';
import type { ActionItem, PublicAction } from '#domain/action-item';
import { FILING_PATIENCE_MS, publicAction } from '#domain/action-item';
import { filingPhase, mayFileAgain, startFiling } from '#domain/filing';
import type { Result } from '#domain/result';
import { ok, refuse } from '#domain/result';
import type { App, Caller } from '../app';
import { boardParts } from '../live/load';
import { JiraFailure } from '../ports/jira';
import { answering, refusalOfJira } from './answer';
import { callJira } from './call-jira';
import type { Plan } from './call-jira';
import { acceptFields } from './form-values';
import { issueText } from './issue-text';
import { linkBack } from './link-back';
import type { OpenedAction } from './open-action';
import { openAction } from './open-action';
import { askedFields, filingOf, missingOnScreen, ownFields, sprintFor } from './plan-issue';
import { abandonFiling, findAndSettle, settleFiling, suspectFiling } from './settle-filing';
import { changeStoredAction } from './store-action';

type Filed = Answer<{ action: PublicAction; notOnScreen?: string[] }>;

const ATTEMPT = 16;

/** Creates the issue of an action item as the caller. `notOnScreen`: what the project's create screen had no place for. */
export async function fileIssue(app: App, caller: Caller, raw: unknown): Promise<Filed> {
  const request = acceptFileIssue(raw);
  if (!request.ok) return request;
  return answering(app, async () => {
    const opened = await openAction(app, caller, request.value.action, 'fileIssues', boardParts());
    if (!opened.ok) return opened;
    const again = request.value.again === true;
    const free = mayStart(opened.value.action, app.clock.now(), again);
    if (!free.ok) return free;
    if (again) {
      const found = await findAndSettle(app, opened.value.action);
      if (found?.ok && found.value.action.issue) return { ok: true, action: publicAction(found.value.action) };
    }
    const plan = await planOf(app, opened.value, request.value);
    if (!plan.ok) return plan;
    const claimed = await claim(app, opened.value.action.id, plan.value.issue.property.attempt, again);
    return claimed.ok ? carryOut(app, claimed.value, plan.value) : claimed;
  });
}

/** Whether a new attempt may begin: `action/has-issue`, `action/filing` (with the seconds to wait). */
function mayStart(action: ActionItem, now: number, again: boolean): Result<true> {
  if (action.issue && !action.issue.gone) return refuse('action/has-issue', { key: action.issue.key });
  const { filing } = action;
  if (filing === null || (again && mayFileAgain(filing, now))) return ok(true);
  if (filingPhase(filing, now) === 'calling') return refuse('action/filing', { state: 'calling' });
  const wait = Math.max(0, filing.since + FILING_PATIENCE_MS - now);
  return refuse('action/filing', { state: 'checking', waitSeconds: String(Math.ceil(wait / 1000)) });
}

/** Everything Jira will be sent, asked for and checked before anything is written. Throws `JiraFailure`. */
async function planOf(app: App, opened: OpenedAction, request: FileIssueRequest): Promise<Result<Plan>> {
  const { action, doc, team } = opened;
  const filing = filingOf(team, action);
  const placement = request.placement ?? filing.placement;
  const [screen, sprint, url] = await Promise.all([
    app.jira.createScreen(action.projectId, request.issueType ?? filing.issueType),
    placement === 'sprint' ? sprintFor(app, action, team) : null,
    app.jira.pageUrl(action.projectId, action.retroId),
  ]);
  if (request.issueType !== undefined && screen.issueType !== request.issueType)
    return refuse('jira/fields', { issuetype: 'This issue type is not offered in the project any more.' });
  const own = ownFields(action, filing);
  const fields = acceptFields(askedFields(screen, own), request.fields ?? {});
  if (!fields.ok) return fields;
  const attempt = app.ids.random(ATTEMPT);
  return ok({
    screen,
    missing: missingOnScreen(screen, own),
    issue: {
      projectId: action.projectId,
      issueType: screen.issueType,
      summary: action.text,
      description: issueText(doc, action, url),
      assignee: action.owner,
      due: action.due,
      labels: filing.labels,
      sprint: sprint?.id ?? null,
      fields: fields.value,
      property: { actionId: action.id, retroId: action.retroId, teamId: action.teamId, attempt },
    },
  });
}

/** Writes the attempt down; of two people who click at once one does. */
async function claim(app: App, actionId: string, attempt: string, again: boolean): Promise<Result<ActionItem>> {
  const stored = await changeStoredAction(app, actionId, (action, now) => {
    const free = mayStart(action, now, again);
    return free.ok ? ok({ ...action, filing: startFiling(action.filing, attempt, now) }) : free;
  });
  return stored.ok ? ok(stored.value.action) : stored;
}

async function carryOut(app: App, action: ActionItem, plan: Plan): Promise<Filed> {
  const { attempt } = plan.issue.property;
  try {
    const { issue, left } = await callJira(app, plan);
    const settled = await settleFiling(app, action.id, attempt, issue);
    if (!settled.ok) return refuse('jira/unknown-outcome', { key: issue.key });
    await linkBack(app, settled.value.action, 'user');
    const missing = [...plan.missing, ...left];
    return {
      ok: true,
      action: publicAction(settled.value.action),
      ...(missing.length > 0 ? { notOnScreen: missing } : {}),
    };
  } catch (error) {
    return failed(app, action.id, attempt, error);
  }
}

/** After a "no" the action is free again; after silence, from Jira or from storage, the attempt is left to be found. */
async function failed(app: App, actionId: string, attempt: string, error: unknown): Promise<Filed> {
  const failure = error instanceof JiraFailure ? error : new JiraFailure('unknown-outcome');
  app.log('filing-failed', { kind: failure.kind, reason: error instanceof Error ? error.name : 'unknown' });
  try {
    await (failure.kind === 'unknown-outcome' ? suspectFiling : abandonFiling)(app, actionId, attempt);
  } catch (storage) {
    // The attempt stays as `calling`, which is unknown as soon as it is too old to be true.
    app.log('filing-unsettled', { reason: storage instanceof Error ? storage.name : 'unknown' });
  }
  return refusalOfJira(failure);
}
