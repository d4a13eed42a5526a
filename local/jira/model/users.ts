import type { Actor, Site } from '../site';
import { avatarSvg } from '../svg';

export interface User {
  accountId: string;
  displayName: string;
  emailAddress: string;
  timeZone: string;
  /** False: others don't see the zone, as a profile setting allows. */
  timeZoneVisible: boolean;
  active: boolean;
  accountType: 'atlassian' | 'app';
  siteAdmin: boolean;
}

/** The account under which the app itself acts (asApp). */
export const APP_ACCOUNT_ID = '557058:b8f2a6c1-6a0e-4c1f-9d3b-2f7e5a9c4d10';

export function insertUser(site: Site, user: User, position: number): void {
  site.sql.run(
    'INSERT INTO jira_user (account_id, position, doc) VALUES (?, ?, ?)',
    user.accountId,
    position,
    JSON.stringify(user),
  );
}

/** Undefined for accounts this site never had. */
export function findUser(site: Site, accountId: string): User | undefined {
  const row = site.sql.first<{ doc: string }>('SELECT doc FROM jira_user WHERE account_id = ?', accountId);
  return row && (JSON.parse(row.doc) as User);
}

/** People first in their fixed order, then the app's user. */
export function allUsers(site: Site): User[] {
  return site.sql
    .all<{ doc: string }>('SELECT doc FROM jira_user ORDER BY position')
    .map((row) => JSON.parse(row.doc) as User);
}

export const avatarUrls = (user: User): Record<string, string> => {
  const url = avatarSvg(user.displayName, user.accountId);
  return { '48x48': url, '24x24': url, '16x16': url, '32x32': url };
};

/** A user as others see them (OpenAPI schema User): never the e-mail address, the zone only where the profile shows it. */
export function renderUser(site: Site, user: User, viewer: Actor): Record<string, unknown> {
  const zone = user.timeZoneVisible || viewer.accountId === user.accountId ? { timeZone: user.timeZone } : {};
  return {
    self: `${site.url()}/rest/api/3/user?accountId=${encodeURIComponent(user.accountId)}`,
    accountId: user.accountId,
    avatarUrls: avatarUrls(user),
    displayName: user.displayName,
    active: user.active,
    ...zone,
    accountType: user.accountType,
  };
}

/** Renders an account id found in a record; null stays null. */
export function renderAccount(
  site: Site,
  accountId: string | null | undefined,
  viewer: Actor,
): Record<string, unknown> | null {
  const user = accountId ? findUser(site, accountId) : undefined;
  return user ? renderUser(site, user, viewer) : null;
}
