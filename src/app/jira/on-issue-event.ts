/**
 * Issues as Jira tells of them: late, twice, out of order, or never. An event only says where to look: what becomes of
 * the action item is decided by what Jira answers now, so it does not matter when, or how often, it comes.
 */
import type { ActionItem } from '#domain/action-item';
import { ACTION_ID } from '#domain/ids';
import { ok } from '#domain/result';
import type { App } from '../app';
import { actionKey } from '../live/keys';
import type { IssueState } from '../ports/jira';
import { recordName } from '../ports/records';
import type { IssueEvent } from './issue-event';
import { readIssueEvent } from './issue-event';
import { applyState } from './issue-state';
import { linkBack } from './link-back';
import { settleFiling } from './settle-filing';
import { changeStoredAction } from './store-action';

/** Takes a product event's payload; what is not about an issue of ours is ignored. Throws `JiraFailure`, `StorageFailure`. */
export async function onIssueEvent(app: App, payload: unknown): Promise<void> {
  const event = readIssueEvent(payload);
  if (!event) return;
  const actionId = event.actionId ?? (await actionOf(app, event));
  if (actionId === null || !ACTION_ID.test(actionId)) return;
  const action = await readAction(app, actionId);
  if (!action) return;
  if (action.issue?.id !== event.issueId) return settle(app, action, event);
  if (event.what === 'deleted') return markGone(app, actionId, event.issueId);
  const state = (await app.jira.states([event.issueId])).get(event.issueId);
  if (state) await follow(app, actionId, state, event);
}

async function readAction(app: App, actionId: string): Promise<ActionItem | null> {
  const at = actionKey(actionId);
  const stored = (await app.records.readMany([at])).get(recordName(at));
  return stored ? (stored.body as ActionItem) : null;
}

/** The action an issue belongs to when the event does not say: by our index, else by the issue itself. */
async function actionOf(app: App, event: IssueEvent): Promise<string | null> {
  const page = await app.records.query({ entity: 'action', index: 'by-issue', partition: [event.issueId], limit: 1 });
  const known = page.rows[0]?.key;
  if (known !== undefined) return known;
  return event.what === 'deleted' ? null : ((await app.jira.propertyOf(event.issueId))?.actionId ?? null);
}

/** An issue the action does not have yet: its own, if it carries one of its attempts. */
async function settle(app: App, action: ActionItem, event: IssueEvent): Promise<void> {
  if (event.what === 'deleted' || !action.filing || event.issueKey === '') return;
  const property = await app.jira.propertyOf(event.issueId);
  if (property?.actionId !== action.id) return;
  const settled = await settleFiling(app, action.id, property.attempt, { id: event.issueId, key: event.issueKey });
  if (settled.ok && settled.value.changed && action.filing.state === 'checking')
    await linkBack(app, settled.value.action, 'app');
}

const markGone = async (app: App, actionId: string, issueId: string): Promise<void> => {
  await changeStoredAction(app, actionId, (action) =>
    ok(action.issue?.id === issueId ? { ...action, issue: { ...action.issue, gone: true } } : action),
  );
};

const follow = async (app: App, actionId: string, state: IssueState, event: IssueEvent): Promise<void> => {
  await changeStoredAction(app, actionId, (action, now) => ok(applyState(action, state, event.fields, now)));
};
