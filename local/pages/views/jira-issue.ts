import type { Visit } from '../visit';
import type { JiraUser } from './people';

/** The part of Jira's issue bean that the pages show. */
export interface JiraIssue {
  id: string;
  key: string;
  fields: IssueFields;
}

export interface IssueFields {
  summary: string;
  status: Status;
  issuetype: { id: string; name: string; iconUrl?: string; subtask?: boolean };
  project?: { id: string; key: string; name: string };
  assignee?: JiraUser | null;
  reporter?: JiraUser | null;
  duedate?: string | null;
  priority?: { id: string; name: string; iconUrl?: string } | null;
  labels?: string[];
  description?: unknown;
  parent?: { key: string; fields?: { summary?: string } };
  created?: string;
  updated?: string;
  [custom: string]: unknown;
}

export interface Status {
  id: string;
  name: string;
  statusCategory: { key: string };
}

export interface Transition {
  id: string;
  name: string;
  to: Status;
}

/** Fields that a row or a card shows. */
export const ROW_FIELDS = 'summary,status,issuetype,assignee,duedate,priority,project';

/** Every issue a JQL query finds, up to `limit`; follows Jira's page tokens, whose pages may be short. */
export async function searchIssues(visit: Visit, jql: string, limit = 200): Promise<JiraIssue[]> {
  const found: JiraIssue[] = [];
  let token: string | undefined;
  do {
    const query = new URLSearchParams({ jql, fields: ROW_FIELDS, maxResults: '100' });
    if (token) query.set('nextPageToken', token);
    const page = await visit.read<{ issues: JiraIssue[]; nextPageToken?: string }>(`/rest/api/3/search/jql?${query}`);
    found.push(...(page?.issues ?? []));
    token = page?.nextPageToken;
  } while (token && found.length < limit);
  return found;
}

/** Every issue of one of the agile lists (`/sprint/1/issue`, `/board/1/backlog` ...), in its order. */
export async function readAgileIssues(visit: Visit, path: string): Promise<JiraIssue[]> {
  const found: JiraIssue[] = [];
  for (;;) {
    const page = await visit.read<{ issues: JiraIssue[]; total?: number }>(
      `/rest/agile/1.0${path}?fields=${ROW_FIELDS}&maxResults=100&startAt=${found.length}`,
    );
    if (!page || page.issues.length === 0) return found;
    found.push(...page.issues);
    if (page.total === undefined || found.length >= page.total) return found;
  }
}

/** What may be done to an issue's status by this person now. */
export async function readTransitions(visit: Visit, key: string): Promise<Transition[]> {
  const answer = await visit.read<{ transitions: Transition[] }>(`/rest/api/3/issue/${key}/transitions`);
  return answer?.transitions ?? [];
}
