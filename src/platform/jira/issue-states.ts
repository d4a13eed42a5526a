import { asApp, route } from '@forge/api';
import type { IssueState } from '#app/ports/jira';
import { JSON_HEADERS, askJson } from './ask';
import type { Json } from './read-json';
import { asList, asObject, asString } from './read-json';

/** What Jira takes in one request. */
const BULK = 100;

/** Present state of issues by id, as the app, from Jira itself and not from its index; hidden and missing ones are absent. */
export async function readStates(issueIds: readonly string[]): Promise<Map<string, IssueState>> {
  const states = new Map<string, IssueState>();
  for (let start = 0; start < issueIds.length; start += BULK) {
    const body = {
      issueIdsOrKeys: issueIds.slice(start, start + BULK),
      fields: ['status', 'assignee', 'duedate', 'project'],
    };
    const answer = await askJson('read', (signal) =>
      asApp().requestJira(route`/rest/api/3/issue/bulkfetch`, {
        method: 'POST',
        headers: JSON_HEADERS,
        body: JSON.stringify(body),
        signal,
      }),
    );
    for (const issue of asList(asObject(answer).issues).map(asObject)) {
      const state = stateOf(issue);
      states.set(state.id, state);
    }
  }
  return states;
}

/** Done-ness is the category of the status: names differ from team to team. */
export function stateOf(issue: Json): IssueState {
  const fields = asObject(issue.fields);
  const category = asObject(asObject(fields.status).statusCategory);
  return {
    id: asString(issue.id),
    key: asString(issue.key),
    done: category.key === 'done',
    assignee: asString(asObject(fields.assignee).accountId) || null,
    due: asString(fields.duedate) || null,
    projectId: asString(asObject(fields.project).id),
  };
}
