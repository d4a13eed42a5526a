import type { Result } from './result';
import { ok, refuse } from './result';
import { ACTION_TEXT_MAX, acceptLine } from './text';

export type ActionState = 'open' | 'done' | 'dropped';

/** The Jira issue of an action item. */
export interface IssueLink {
  id: string;
  key: string;
  /** The issue was deleted in Jira; the action item stays. */
  gone?: true;
  /** The link back to the retro is still to be set. */
  unlinked?: true;
}

/**
 * An issue being created. `calling`: Jira was asked. `checking`: its answer is unknown, so nothing is created again by
 * itself; `since` (server time) tells when the person may be offered to.
 */
export interface Filing {
  attempt: string;
  state: 'calling' | 'checking';
  since: number;
  /** Attempts before this one whose outcome nobody learned, latest first. */
  earlier?: string[];
  /** When Jira's index was last searched for it. */
  checkedAt?: number;
}

/** What a team agreed to improve. `due` is a calendar day (YYYY-MM-DD). */
export interface ActionItem {
  v: 1;
  id: string;
  teamId: string;
  projectId: string;
  retroId: string;
  retroTitle: string;
  /** The topic it came from: a card's id, and its words at that time. */
  topic: string | null;
  topicTitle: string;
  text: string;
  owner: string | null;
  due: string | null;
  state: ActionState;
  issue: IssueLink | null;
  filing: Filing | null;
  createdAt: number;
  settledAt: number | null;
}

/** What everybody of the team may see of it. */
export type PublicAction = Pick<
  ActionItem,
  | 'id'
  | 'retroId'
  | 'retroTitle'
  | 'topic'
  | 'topicTitle'
  | 'text'
  | 'owner'
  | 'due'
  | 'state'
  | 'issue'
  | 'createdAt'
  | 'settledAt'
> & { filing: { state: Filing['state']; since: number } | null };

/** The action item without what only the filing protocol needs. */
export function publicAction(action: ActionItem): PublicAction {
  const { v: _v, teamId: _t, projectId: _p, filing, ...rest } = action;
  return { ...rest, filing: filing ? { state: filing.state, since: filing.since } : null };
}

const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether a string (YYYY-MM-DD) is a real calendar day of this century. */
export function isDay(value: string): boolean {
  if (!DAY.test(value)) return false;
  // The 31st of a shorter month would come back as another day.
  return new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
}

export interface ActionChange {
  text?: string | undefined;
  owner?: string | null | undefined;
  due?: string | null | undefined;
  state?: ActionState | undefined;
}

/** The action item with a person's changes; refused `text/empty`, `text/too-long`, `action/bad-date`. */
export function changeAction(action: ActionItem, change: ActionChange, now: number): Result<ActionItem> {
  const next: ActionItem = { ...action };
  if (change.text !== undefined) {
    const text = acceptLine(change.text, ACTION_TEXT_MAX);
    if (!text.ok) return text;
    next.text = text.value;
  }
  if (change.due !== undefined) {
    if (change.due !== null && !isDay(change.due)) return refuse('action/bad-date');
    next.due = change.due;
  }
  if (change.owner !== undefined) next.owner = change.owner;
  if (change.state !== undefined && change.state !== action.state) {
    next.state = change.state;
    next.settledAt = change.state === 'open' ? null : now;
  }
  return ok(next);
}

/** After this long without a find, the person is offered to create the issue again. Milliseconds. */
export const FILING_PATIENCE_MS = 10 * 60 * 1000;
