import type { PublicAction } from '#domain/action-item';
import { FILING_PATIENCE_MS } from '#domain/action-item';
import { CALL_LIFE_MS } from '#domain/filing';

/** Where an action item stands on its way to Jira. */
export type FilingStage = 'none' | 'calling' | 'checking' | 'again' | 'filed' | 'gone';

/**
 * The stage an action item is in at a moment of server time. Only `none` and `again` offer a creation, so that a
 * second click can make no second issue. A call that has been silent for too long has died: it is being checked.
 */
export function filingStage(action: Pick<PublicAction, 'issue' | 'filing'>, now: number): FilingStage {
  if (action.issue) return action.issue.gone ? 'gone' : 'filed';
  if (!action.filing) return 'none';
  const silent = now - action.filing.since;
  if (silent >= FILING_PATIENCE_MS) return 'again';
  return action.filing.state === 'calling' && silent < CALL_LIFE_MS ? 'calling' : 'checking';
}

/** Milliseconds until the person may be offered to create the issue again; null where nothing is pending. */
export function untilAgain(action: Pick<PublicAction, 'issue' | 'filing'>, now: number): number | null {
  if (action.issue || !action.filing) return null;
  return Math.max(0, action.filing.since + FILING_PATIENCE_MS - now);
}
