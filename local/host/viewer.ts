import type { Viewer } from '../types';
import type { Platform } from './platform';

/** The viewer that a request names (`as` may be an account id or an e-mail address), or what is wrong with it. */
export function readViewer(
  { jira, directory }: Pick<Platform, 'jira' | 'directory'>,
  request: Record<string, unknown>,
): Viewer | string {
  const { as, module, projectKey, issueKey } = request;
  const user = directory.find(as);
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
