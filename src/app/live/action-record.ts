import type { ActionItem } from '#domain/action-item';
import type { Attributes } from '../ports/records';

/** What the indexes of action items are made of. `at`: minutes since the epoch. */
export const actionAttributes = (action: ActionItem): Attributes => ({
  teamId: action.teamId,
  state: action.state,
  due: action.due ?? '',
  issueId: action.issue?.id ?? '',
  filing: action.filing?.state ?? (action.issue?.unlinked ? 'linking' : ''),
  at: Math.floor(action.createdAt / 60_000),
});
