import { askJira } from './jira-request';

/** A person as Jira shows them to this viewer. Names are never stored. */
export interface JiraPerson {
  accountId: string;
  displayName: string;
  avatarUrl?: string;
}

interface JiraUser {
  accountId?: unknown;
  displayName?: unknown;
  active?: unknown;
  accountType?: unknown;
  avatarUrls?: Record<string, string>;
}

/** Accounts in one request: each is a parameter, and an address has a limit. */
const PER_REQUEST = 50;

function person(user: JiraUser): JiraPerson | null {
  if (typeof user.accountId !== 'string' || typeof user.displayName !== 'string') return null;
  const avatarUrl = user.avatarUrls?.['48x48'];
  return { accountId: user.accountId, displayName: user.displayName, ...(avatarUrl ? { avatarUrl } : {}) };
}

const people = (users: JiraUser[]): JiraPerson[] => users.flatMap((user) => person(user) ?? []);

async function bulk(accountIds: string[]): Promise<JiraPerson[]> {
  const query = new URLSearchParams(accountIds.map((id) => ['accountId', id]));
  query.set('maxResults', String(PER_REQUEST));
  const page = (await askJira(`/rest/api/3/user/bulk?${query.toString()}`)) as { values?: JiraUser[] };
  return people(page.values ?? []);
}

/** Names and pictures of accounts; whom Jira does not know (any more) is absent. */
export async function resolvePeople(accountIds: readonly string[]): Promise<Map<string, JiraPerson>> {
  const found = new Map<string, JiraPerson>();
  for (let i = 0; i < accountIds.length; i += PER_REQUEST)
    for (const one of await bulk(accountIds.slice(i, i + PER_REQUEST))) found.set(one.accountId, one);
  return found;
}

/** People of a project to whom issues can be assigned, by what is typed; '' suggests. Apps and the departed are left out. */
export async function findAssignable(projectKey: string, query: string): Promise<JiraPerson[]> {
  const search = new URLSearchParams({ project: projectKey, query, maxResults: '20' });
  const users = (await askJira(`/rest/api/3/user/assignable/search?${search.toString()}`)) as JiraUser[];
  return people(users.filter((user) => user.active !== false && user.accountType !== 'app'));
}
