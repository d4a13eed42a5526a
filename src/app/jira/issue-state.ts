import type { ActionItem } from '#domain/action-item';
import { isDay } from '#domain/action-item';
import type { IssueState } from '../ports/jira';

/**
 * The action item as its issue has it: done or open again, owner, due date, key. Only what changed in Jira (`fields`;
 * null: take all) is taken over, so that what people changed here since is not undone. A dropped one stays dropped.
 */
export function applyState(
  action: ActionItem,
  state: IssueState,
  fields: readonly string[] | null,
  now: number,
): ActionItem {
  if (!action.issue || action.issue.id !== state.id) return action;
  const touched = (name: string): boolean => fields === null || fields.includes(name);
  const next: ActionItem = { ...action, issue: { ...action.issue, key: state.key } };
  if (touched('assignee')) next.owner = state.assignee;
  if (touched('duedate')) next.due = state.due !== null && isDay(state.due) ? state.due : null;
  return touched('status') || touched('resolution') ? withDoneness(next, state.done, now) : next;
}

function withDoneness(action: ActionItem, done: boolean, now: number): ActionItem {
  if (done && action.state === 'open') return { ...action, state: 'done', settledAt: now };
  if (!done && action.state === 'done') return { ...action, state: 'open', settledAt: null };
  return action;
}
