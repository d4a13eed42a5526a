import { asUser, route } from '@forge/api';
import type { CreateScreen, NewIssue } from '#app/ports/jira';
import { JiraFailure } from '#app/ports/jira';
import { describe } from './adf';
import { JSON_HEADERS, ask, askJson } from './ask';
import { jiraValue } from './field-values';
import { PROPERTY } from './property';
import { asObject, asString } from './read-json';

/**
 * Creates one issue as the user, its entity property in the same request. Fields that are not on the screen are left
 * out: Jira would refuse the whole. `unknown-outcome`: the issue may exist.
 */
export async function createIssue(issue: NewIssue, screen: CreateScreen): Promise<{ id: string; key: string }> {
  const body = { fields: fieldsOf(issue, screen), properties: [{ key: PROPERTY, value: issue.property }] };
  const answer = asObject(
    await askJson('create', (signal) =>
      asUser().requestJira(route`/rest/api/3/issue`, {
        method: 'POST',
        headers: JSON_HEADERS,
        body: JSON.stringify(body),
        signal,
      }),
    ),
  );
  const [id, key] = [asString(answer.id), asString(answer.key)];
  if (id === '' || key === '') throw new JiraFailure('unknown-outcome');
  return { id, key };
}

/** The `fields` of a create request. */
export function fieldsOf(issue: NewIssue, screen: CreateScreen): Record<string, unknown> {
  const fields: Record<string, unknown> = {
    project: { id: issue.projectId },
    issuetype: { id: issue.issueType },
    summary: issue.summary,
  };
  const put = (id: string, value: unknown): void => {
    if (screen.fields.includes(id)) fields[id] = value;
  };
  put('description', describe(issue.description));
  if (issue.assignee !== null) put('assignee', { id: issue.assignee });
  if (issue.due !== null) put('duedate', issue.due);
  if (issue.labels.length > 0) put('labels', issue.labels);
  // An integer on the way in, a list of objects on the way out: Jira's sprint field.
  if (issue.sprint !== null && screen.sprintField !== null) put(screen.sprintField, issue.sprint);
  for (const field of screen.required) {
    const value = issue.fields[field.id];
    if (value !== undefined) fields[field.id] = jiraValue(field, value);
  }
  return fields;
}

/** Puts an issue into a sprint as the user: where the sprint is no field of the create screen. */
export async function moveIntoSprint(sprint: number, issueKey: string): Promise<void> {
  await ask('write', (signal) =>
    asUser().requestJira(route`/rest/agile/1.0/sprint/${sprint}/issue`, {
      method: 'POST',
      headers: JSON_HEADERS,
      body: JSON.stringify({ issues: [issueKey] }),
      signal,
    }),
  );
}
