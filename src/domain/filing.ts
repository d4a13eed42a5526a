import type { ActionItem, Filing } from './action-item';
import { FILING_PATIENCE_MS } from './action-item';

/** A call to Jira takes 15 s at most, a function lives 25 s: a `calling` older than this has died. */
export const CALL_LIFE_MS = 60 * 1000;

/** none: nothing under way · calling: Jira is being asked right now · unknown: it was asked and nobody knows. */
export type FilingPhase = 'none' | 'calling' | 'unknown';

export function filingPhase(filing: Filing | null, now: number): FilingPhase {
  if (!filing) return 'none';
  return filing.state === 'calling' && now - filing.since < CALL_LIFE_MS ? 'calling' : 'unknown';
}

/** Whether the person may be offered to create the issue again. */
export const mayFileAgain = (filing: Filing | null, now: number): boolean =>
  filingPhase(filing, now) === 'unknown' && now - (filing?.since ?? now) >= FILING_PATIENCE_MS;

/** Every attempt an issue of this action may carry: the present one, and earlier ones whose outcome nobody learned. */
export const attemptsOf = (filing: Filing): string[] => [filing.attempt, ...(filing.earlier ?? [])];

/** A new attempt, remembering the unknown ones before it. */
export function startFiling(filing: Filing | null, attempt: string, now: number): Filing {
  const earlier = filing ? attemptsOf(filing) : [];
  return { attempt, state: 'calling', since: now, ...(earlier.length > 0 ? { earlier } : {}) };
}

/** After an answer nobody got: the attempt waits to be found. */
export const unknownFiling = (filing: Filing): Filing => ({ ...filing, state: 'checking' });

/** After Jira's clear "no": what was unknown before this attempt is unknown again. */
export function failedFiling(filing: Filing): Filing | null {
  const [attempt, ...earlier] = filing.earlier ?? [];
  if (attempt === undefined) return null;
  return {
    attempt,
    state: 'checking',
    since: filing.since - FILING_PATIENCE_MS,
    ...(earlier.length > 0 ? { earlier } : {}),
  };
}

const FIRST_CHECK_MS = 3_000;

/** Searches come at growing distances, however many people look: half of what has passed, at least three seconds. */
export function mayCheck(filing: Filing, now: number): boolean {
  const last = filing.checkedAt ?? filing.since;
  return now - last >= Math.max(FIRST_CHECK_MS, (last - filing.since) / 2);
}

/** The action with its issue, if the issue carries one of its attempts. Null: it is not this action's doing. */
export function withIssue(action: ActionItem, issue: { id: string; key: string }, attempt: string): ActionItem | null {
  if (!action.filing || !attemptsOf(action.filing).includes(attempt)) return null;
  return { ...action, issue: { id: issue.id, key: issue.key }, filing: null };
}

/** The action as it should read: a call whose function died is one of unknown outcome. */
export const recogniseStale = (action: ActionItem, now: number): ActionItem =>
  action.filing?.state === 'calling' && filingPhase(action.filing, now) === 'unknown'
    ? { ...action, filing: unknownFiling(action.filing) }
    : action;
