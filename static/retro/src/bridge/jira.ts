import { askJira } from './jira-request';

/** What the chip of an issue shows. */
export interface IssueStatus {
  key: string;
  summary: string;
  status: string;
  category: 'new' | 'indeterminate' | 'done';
}

interface JiraIssue {
  id: string;
  key: string;
  fields?: { summary?: string; status?: { name?: string; statusCategory?: { key?: string } } };
}

/** Issues of one bulk request, as Jira allows. */
const PER_REQUEST = 100;

const categoryOf = (key: string | undefined): IssueStatus['category'] =>
  key === 'done' || key === 'indeterminate' ? key : 'new';

function statusOf(issue: JiraIssue): IssueStatus {
  const { summary = '', status = {} } = issue.fields ?? {};
  return { key: issue.key, summary, status: status.name ?? '', category: categoryOf(status.statusCategory?.key) };
}

/** Present status of issues by id or key, under both; what this viewer may not see is absent. */
export async function issueStatuses(issues: readonly string[]): Promise<Map<string, IssueStatus>> {
  const found = new Map<string, IssueStatus>();
  for (let i = 0; i < issues.length; i += PER_REQUEST) {
    const body = { issueIdsOrKeys: issues.slice(i, i + PER_REQUEST), fields: ['summary', 'status'] };
    const answer = (await askJira('/rest/api/3/issue/bulkfetch', body)) as { issues?: JiraIssue[] };
    for (const issue of answer.issues ?? []) {
      found.set(issue.id, statusOf(issue));
      found.set(issue.key, statusOf(issue));
    }
  }
  return found;
}

/** Types an issue of the project can have, without subtasks. */
export async function issueTypesOf(projectKey: string): Promise<{ id: string; name: string }[]> {
  const path = `/rest/api/3/issue/createmeta/${encodeURIComponent(projectKey)}/issuetypes?maxResults=100`;
  const answer = (await askJira(path)) as { issueTypes?: { id: string; name: string; subtask?: boolean }[] };
  return (answer.issueTypes ?? []).filter((type) => !type.subtask).map(({ id, name }) => ({ id, name }));
}

/** Jira's boards of the project. */
export async function jiraBoardsOf(projectKey: string): Promise<{ id: number; name: string }[]> {
  const search = new URLSearchParams({ projectKeyOrId: projectKey, maxResults: '50' });
  const answer = (await askJira(`/rest/agile/1.0/board?${search.toString()}`)) as {
    values?: { id: number; name: string }[];
  };
  return (answer.values ?? []).map(({ id, name }) => ({ id, name }));
}
