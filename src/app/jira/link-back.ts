import type { ActionItem } from '#domain/action-item';
import { ok } from '#domain/result';
import type { App } from '../app';
import { JiraFailure } from '../ports/jira';
import { changeStoredAction } from './store-action';

/**
 * Links the issue to its retro. Best effort, never an error: the issue's description has the link too. What Jira has no
 * time for now is noted (`unlinked`) and repeated by the sweep; what it forbids is not.
 */
export async function linkBack(app: App, action: ActionItem, as: 'user' | 'app'): Promise<void> {
  if (!action.issue) return;
  try {
    const unlinked = await link(app, action, action.issue.key, as);
    if (unlinked !== (action.issue.unlinked ?? false)) await note(app, action, unlinked);
  } catch (error) {
    app.log('link-unsettled', { reason: error instanceof Error ? error.name : 'unknown' });
  }
}

/** Whether the link is still to be set. */
async function link(app: App, action: ActionItem, issueKey: string, as: 'user' | 'app'): Promise<boolean> {
  try {
    const url = await app.jira.pageUrl(action.projectId, action.retroId);
    await app.jira.linkBack(issueKey, { globalId: `sternlight=${action.id}`, url, title: action.retroTitle }, as);
    return false;
  } catch (error) {
    if (!(error instanceof JiraFailure)) throw error;
    app.log('link-failed', { kind: error.kind });
    return error.kind === 'busy' || error.kind === 'failed' || error.kind === 'unknown-outcome';
  }
}

const note = (app: App, { id, issue: linked }: ActionItem, unlinked: boolean): Promise<unknown> =>
  changeStoredAction(app, id, (action) => {
    if (!action.issue || action.issue.id !== linked?.id) return ok(action);
    const { unlinked: _before, ...issue } = action.issue;
    return ok({ ...action, issue: unlinked ? { ...issue, unlinked: true } : issue });
  });
