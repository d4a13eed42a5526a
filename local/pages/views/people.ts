import type { Visit } from '../visit';

export interface JiraUser {
  accountId: string;
  displayName: string;
  avatarUrls?: Record<string, string>;
  active?: boolean;
  timeZone?: string;
}

/** Everybody on the site with their pictures, in the site's order. */
export async function readPeople(visit: Visit): Promise<JiraUser[]> {
  const users = visit.site.users();
  const query = users.map((user) => `accountId=${encodeURIComponent(user.accountId)}`).join('&');
  const page = await visit.read<{ values: JiraUser[] }>(`/rest/api/3/user/bulk?maxResults=200&${query}`);
  const known = new Map((page?.values ?? []).map((user) => [user.accountId, user]));
  return users.map(({ accountId, displayName, timeZone }) => ({
    ...known.get(accountId),
    accountId,
    displayName,
    timeZone,
  }));
}

/** The address of a person's picture at a size Jira offers. */
export function pictureOf(user: JiraUser | null | undefined): string | undefined {
  return user?.avatarUrls?.['48x48'] ?? user?.avatarUrls?.['24x24'];
}
