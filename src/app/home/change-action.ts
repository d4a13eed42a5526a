import type { Answer } from '#contract/api';
import { acceptChangeAction } from '#contract/validate-home';
import type { PublicAction } from '#domain/action-item';
import { changeAction as changedAction, publicAction } from '#domain/action-item';
import type { App, Caller } from '../app';
import { answering } from '../jira/answer';
import { openAction } from '../jira/open-action';
import { changeStoredAction } from '../jira/store-action';

/** Changes an action item from outside its board: text, owner, due date, state. Setting the same again changes nothing. */
export async function changeAction(app: App, caller: Caller, raw: unknown): Promise<Answer<{ action: PublicAction }>> {
  const request = acceptChangeAction(raw);
  if (!request.ok) return request;
  const { action: actionId, v: _v, ...change } = request.value;
  return answering(app, async () => {
    const opened = await openAction(app, caller, actionId, 'changeActions');
    if (!opened.ok) return opened;
    const stored = await changeStoredAction(app, actionId, (action, now) => changedAction(action, change, now));
    return stored.ok ? { ok: true, action: publicAction(stored.value.action) } : stored;
  });
}
