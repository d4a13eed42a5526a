import { PERMISSIONS, ROLES } from '../config/permission-keys';
import type { Site } from '../site';

const GLOBAL = new Set(PERMISSIONS.filter((info) => info.type === 'GLOBAL').map((info) => info.key));

export const isPermission = (key: string): boolean => PERMISSIONS.some((info) => info.key === key);
export const isGlobalPermission = (key: string): boolean => GLOBAL.has(key);

export function addToRole(site: Site, projectId: string, accountId: string, role: string): void {
  const id = ROLES.find((candidate) => candidate.name === role)?.id;
  if (!id) throw new Error(`No role ${role}`);
  site.sql.run(
    'INSERT OR IGNORE INTO jira_role_actor (project_id, account_id, role_id) VALUES (?, ?, ?)',
    projectId,
    accountId,
    id,
  );
}

export const rolesOf = (site: Site, projectId: string, accountId: string): string[] =>
  site.sql
    .all<{ role_id: string }>(
      'SELECT role_id FROM jira_role_actor WHERE project_id = ? AND account_id = ?',
      projectId,
      accountId,
    )
    .map((row) => row.role_id);

/** The one question of the permission model: what a person's roles in a project grant. An inactive account may nothing. */
export function can(site: Site, accountId: string, permission: string, projectId: string): boolean {
  if (!accountId) return false;
  const roles = rolesOf(site, projectId, accountId);
  return ROLES.some((role) => roles.includes(role.id) && role.permissions.includes(permission));
}

/** Everybody with an account may look people up; ADMINISTER is a flag of the account. */
export function canGlobally(site: Site, accountId: string, permission: string): boolean {
  const row = site.sql.first<{ doc: string }>('SELECT doc FROM jira_user WHERE account_id = ?', accountId);
  if (!row) return false;
  return (
    permission === 'USER_PICKER' ||
    (permission === 'ADMINISTER' && (JSON.parse(row.doc) as { siteAdmin: boolean }).siteAdmin)
  );
}
