import * as v from 'valibot';
import { PERMISSIONS, type PermissionInfo } from '../config/permission-keys';
import { JiraError, refuse } from '../errors';
import { findIssue, visibleIssue } from '../model/issues';
import { can, canGlobally, isGlobalPermission, isPermission } from '../model/permissions';
import { allProjects, findProject, visibleProject } from '../model/projects';
import { ok, operation, q } from '../operation';
import { READ_WORK, granular } from '../scope-sets';
import type { Actor, Site } from '../site';

interface Where {
  projectKey?: string | undefined;
  projectId?: string | undefined;
  issueKey?: string | undefined;
  issueId?: string | undefined;
}

/** The project a permission is asked for; undefined means "in any project". 404 when missing or invisible. */
function projectAsked(site: Site, actor: Actor, where: Where): string | undefined {
  const issue = where.issueKey ?? where.issueId;
  if (issue !== undefined) return visibleIssue(site, actor, issue).projectId;
  const project = where.projectKey ?? where.projectId;
  return project === undefined ? undefined : visibleProject(site, actor, project).id;
}

function has(site: Site, accountId: string, info: PermissionInfo, projectId: string | undefined): boolean {
  if (info.type === 'GLOBAL') return canGlobally(site, accountId, info.key);
  if (projectId !== undefined) return can(site, accountId, info.key, projectId);
  return allProjects(site).some((project) => can(site, accountId, info.key, project.id));
}

const ids = v.optional(v.array(v.pipe(v.number(), v.integer())));

export const permissionOperations = [
  operation({
    method: 'GET',
    path: '/rest/api/3/mypermissions',
    scopes: READ_WORK,
    anonymous: true,
    query: { projectKey: q.text, projectId: q.text, issueKey: q.text, issueId: q.text, permissions: q.text },
    handle({ site, actor, query, charge }) {
      const keys = (query.permissions ?? '')
        .split(',')
        .map((key) => key.trim())
        .filter(Boolean);
      if (keys.length === 0) throw refuse(400, "The 'permissions' query parameter is required.");
      const unknown = keys.filter((key) => !isPermission(key));
      if (unknown.length > 0)
        throw new JiraError(400, {
          errorMessages: [],
          errors: Object.fromEntries(unknown.map((key) => [key, 'Unrecognized permission'])),
        });
      const projectId = projectAsked(site, actor, query);
      const asked = PERMISSIONS.filter((info) => keys.includes(info.key));
      charge({ identity: 1 });
      return ok({
        permissions: Object.fromEntries(
          asked.map((info) => [
            info.key,
            {
              id: info.id,
              key: info.key,
              name: info.name,
              type: info.type,
              description: info.description,
              havePermission: has(site, actor.accountId, info, projectId),
            },
          ]),
        ),
      });
    },
  }),
  operation({
    method: 'POST',
    path: '/rest/api/3/permissions/check',
    scopes: granular('read:permission:jira'),
    anonymous: true,
    writes: false,
    body: v.strictObject({
      accountId: v.optional(v.string()),
      globalPermissions: v.optional(v.array(v.string())),
      projectPermissions: v.optional(
        v.array(v.strictObject({ permissions: v.array(v.string()), projects: ids, issues: ids })),
      ),
    }),
    handle({ site, actor, body, charge }) {
      const accountId = body.accountId ?? actor.accountId;
      if (accountId !== actor.accountId && actor.kind === 'user' && !canGlobally(site, actor.accountId, 'ADMINISTER'))
        throw refuse(403, 'Only Jira administrators can perform this operation.');
      const named = [
        ...(body.globalPermissions ?? []),
        ...(body.projectPermissions ?? []).flatMap((entry) => entry.permissions),
      ];
      const unknown = named.filter((key) => !isPermission(key));
      if (unknown.length > 0)
        throw new JiraError(400, {
          errorMessages: [],
          errors: Object.fromEntries(unknown.map((key) => [key, 'Unrecognized permission'])),
        });
      charge({ identity: Math.max(1, named.length) });
      const projectPermissions = (body.projectPermissions ?? []).flatMap(
        ({ permissions, projects = [], issues = [] }) =>
          permissions.map((permission) => ({
            permission,
            issues: issues.filter((id) => {
              const issue = findIssue(site, String(id));
              return issue !== undefined && can(site, accountId, permission, issue.projectId);
            }),
            projects: projects.filter(
              (id) => findProject(site, String(id)) !== undefined && can(site, accountId, permission, String(id)),
            ),
          })),
      );
      const globalPermissions = (body.globalPermissions ?? []).filter(
        (key) => isGlobalPermission(key) && canGlobally(site, accountId, key),
      );
      return ok({ projectPermissions, globalPermissions });
    },
  }),
];
