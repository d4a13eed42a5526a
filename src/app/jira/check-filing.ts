import type { Answer } from '#contract/api';
import { acceptCheckFiling } from '#contract/validate-filing';
import type { ActionItem, PublicAction } from '#domain/action-item';
import { publicAction } from '#domain/action-item';
import { filingPhase, mayCheck, recogniseStale } from '#domain/filing';
import type { Result } from '#domain/result';
import { ok } from '#domain/result';
import type { App, Caller } from '../app';
import { answering } from './answer';
import { linkBack } from './link-back';
import { openAction } from './open-action';
import { findAndSettle } from './settle-filing';
import { changeStoredAction } from './store-action';

/**
 * Looks whether an issue of unknown outcome exists. Pages ask with growing delays; however many ask, Jira's index is
 * searched no more often than the record allows. The answer is the action item as it is now.
 */
export async function checkFiling(app: App, caller: Caller, raw: unknown): Promise<Answer<{ action: PublicAction }>> {
  const request = acceptCheckFiling(raw);
  if (!request.ok) return request;
  return answering(app, async () => {
    const opened = await openAction(app, caller, request.value.action, 'fileIssues');
    if (!opened.ok) return opened;
    const looked = await lookOnce(app, opened.value.action);
    return looked.ok ? { ok: true, action: publicAction(looked.value) } : looked;
  });
}

/** One throttled look; used by the sweep too. Throws `JiraFailure`. */
export async function lookOnce(app: App, seen: ActionItem): Promise<Result<ActionItem>> {
  if (filingPhase(seen.filing, app.clock.now()) !== 'unknown') return ok(seen);
  // Only whoever writes the look down performs it.
  let mine = false;
  const turn = await changeStoredAction(app, seen.id, (action, now) => {
    const stale = recogniseStale(action, now);
    mine = stale.filing?.state === 'checking' && mayCheck(stale.filing, now);
    return ok(mine && stale.filing ? { ...stale, filing: { ...stale.filing, checkedAt: now } } : stale);
  });
  if (!turn.ok || !mine) return turn.ok ? ok(turn.value.action) : turn;
  const { action } = turn.value;
  const settled = await findAndSettle(app, action);
  if (!settled) return ok(action);
  if (!settled.ok) return settled;
  await linkBack(app, settled.value.action, 'app');
  return ok(settled.value.action);
}
