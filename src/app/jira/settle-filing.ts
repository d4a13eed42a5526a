/** How an attempt to create an issue ends. Each can come twice, late, or from several sides at once. */
import type { ActionItem } from '#domain/action-item';
import { attemptsOf, failedFiling, unknownFiling, withIssue } from '#domain/filing';
import type { Result } from '#domain/result';
import { ok } from '#domain/result';
import type { App } from '../app';
import type { StoredChange } from './store-action';
import { changeStoredAction } from './store-action';

/** The issue of an attempt is known: the action has it. An attempt that is not the action's own changes nothing. */
export async function settleFiling(
  app: App,
  actionId: string,
  attempt: string,
  issue: { id: string; key: string },
): Promise<Result<StoredChange>> {
  return changeStoredAction(app, actionId, (action) => {
    if (action.issue && !action.issue.gone && action.issue.id !== issue.id) app.log('filing-second-issue', {});
    return ok(withIssue(action, issue, attempt) ?? action);
  });
}

const isCurrent = (action: ActionItem, attempt: string): boolean => action.filing?.attempt === attempt;

/** Jira said no: the action is as it was before the attempt. */
export const abandonFiling = (app: App, actionId: string, attempt: string): Promise<Result<StoredChange>> =>
  changeStoredAction(app, actionId, (action) =>
    ok(action.filing && isCurrent(action, attempt) ? { ...action, filing: failedFiling(action.filing) } : action),
  );

/** Nobody knows: the attempt waits to be found. */
export const suspectFiling = (app: App, actionId: string, attempt: string): Promise<Result<StoredChange>> =>
  changeStoredAction(app, actionId, (action) =>
    ok(action.filing && isCurrent(action, attempt) ? { ...action, filing: unknownFiling(action.filing) } : action),
  );

/** Looks for an issue of the action's attempts in Jira's index and settles with it. Null: none is shown. Throws `JiraFailure`. */
export async function findAndSettle(app: App, action: ActionItem): Promise<Result<StoredChange> | null> {
  if (!action.filing) return null;
  const found = await app.jira.findByAction(action.projectId, action.id, attemptsOf(action.filing));
  return found && settleFiling(app, action.id, found.attempt, found);
}
