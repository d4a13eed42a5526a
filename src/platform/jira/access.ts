import { asApp, asUser, route } from '@forge/api';
import type { Access } from '#app/ports/surroundings';
import { JSON_HEADERS, askJson, unlessHidden } from './ask';
import { asList, asObject, asString } from './read-json';

/** Access to projects as Jira sees it for the user of this invocation (3 points a question). */
export const jiraAccess: Access = {
  async mayBrowse(projectId) {
    const answer = await unlessHidden(
      askJson('read', (signal) =>
        asUser().requestJira(route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=BROWSE_PROJECTS`, {
          headers: JSON_HEADERS,
          signal,
        }),
      ),
    );
    const permission = asObject(asObject(asObject(answer).permissions).BROWSE_PROJECTS);
    return permission.havePermission === true;
  },
};

/**
 * Which of these issues a person may see; null when Jira does not tell an app. Jira's description grants that question
 * about other people to administrators and (Connect) apps, so the answer is a courtesy one can do without.
 */
export async function readVisible(accountId: string, issueIds: readonly string[]): Promise<ReadonlySet<string> | null> {
  const projectPermissions = [{ permissions: ['BROWSE_PROJECTS'], issues: issueIds.map(Number), projects: [] }];
  const answer = await unlessHidden(
    askJson('read', (signal) =>
      asApp().requestJira(route`/rest/api/3/permissions/check`, {
        method: 'POST',
        headers: JSON_HEADERS,
        body: JSON.stringify({ accountId, projectPermissions }),
        signal,
      }),
    ),
  );
  if (answer === null) return null;
  const granted = asList(asObject(answer).projectPermissions).map(asObject);
  return new Set(granted.flatMap((grant) => asList(grant.issues).map(asString)));
}
