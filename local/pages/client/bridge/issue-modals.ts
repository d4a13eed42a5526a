import { openCreateDialog, type CreateDefaults } from '../create-issue';
import { openIssueDialog } from '../issue-view';
import type { FrameSession } from './frame-session';

interface ModalRequest<Context> {
  onClose?: (payload?: unknown) => unknown;
  context?: Context;
}

/** @forge/jira-bridge wraps its options in `data`. */
function requestOf<Context>(data: unknown): ModalRequest<Context> {
  const outer = data as { data?: ModalRequest<Context> } & ModalRequest<Context>;
  return outer.data ?? outer;
}

/** Bridge `openIssueCreateModal`: Jira's create dialog; its opener hears the id of what was created. */
export async function openIssueCreate(_session: FrameSession, data: unknown): Promise<boolean> {
  const { onClose, context = {} } = requestOf<CreateDefaults>(data);
  await openCreateDialog(context, (created) => {
    void onClose?.({ payload: created ? [{ issueId: created.id }] : [] });
  });
  return true;
}

/** Bridge `openIssueViewModal`: the issue over the page. */
export async function openIssueView(_session: FrameSession, data: unknown): Promise<boolean> {
  const { onClose, context } = requestOf<{ issueKey: string }>(data);
  await openIssueDialog(context?.issueKey ?? '', () => void onClose?.());
  return true;
}
