import { useSyncExternalStore } from 'react';
import type { IssueStatus } from '../../bridge/jira';
import { createStatusStore } from './status-store';

export type { IssueStatus };

const store = createStatusStore(async (keys) => {
  // Loaded with the first chip: boards without issues don't pay for it.
  const { issueStatuses } = await import('../../bridge/jira');
  return issueStatuses(keys);
});

const nothing = (): void => undefined;
const never = (): (() => void) => nothing;

/** The status an issue has in Jira now; null while that is not known. */
export function useIssueStatus(key: string | null): IssueStatus | null {
  return useSyncExternalStore(key === null ? never : store.subscribe, () => (key === null ? null : store.get(key)));
}
