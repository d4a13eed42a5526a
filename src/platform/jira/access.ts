import { asUser, route } from '@forge/api';
import type { Access } from '#app/ports/surroundings';
import { JSON_HEADERS, askJson, unlessHidden } from './ask';
import { asObject } from './read-json';

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
