import type { Jira, Viewer } from '../types';

/** The viewer that a request names (`as` may be an account id or an e-mail address), or what is wrong with it. */
export function readViewer(jira: Jira, request: Record<string, unknown>): Viewer | string {
  const { as, module, projectKey, issueKey } = request;
  const user = jira.users().find(({ accountId, emailAddress }) => accountId === as || emailAddress === as);
  if (!user) return `Unknown account: ${String(as)}`;
  if (typeof module !== 'string') return 'The module key is missing.';
  if (projectKey !== undefined && !(typeof projectKey === 'string' && jira.project(projectKey)))
    return `Unknown project: ${String(projectKey)}`;
  return {
    accountId: user.accountId,
    module,
    ...(typeof projectKey === 'string' ? { projectKey } : {}),
    ...(typeof issueKey === 'string' ? { issueKey } : {}),
  };
}
