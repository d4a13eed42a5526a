import { refuse } from '../errors';
import { findIssue, visibleIssue } from '../model/issues';
import { can } from '../model/permissions';
import { findProject, visibleProject } from '../model/projects';
import { allUsers, findUser, renderUser, type User } from '../model/users';
import { ok, operation, q, type Reply } from '../operation';
import { pageOf } from '../pages';
import { READ_USER } from '../scope-sets';
import type { Site } from '../site';

/** A user search looks at the first thousand users, then filters: short pages are normal. */
const SEARCH_WINDOW = 1000;

const matches = (user: User, query: string): boolean => {
  const wanted = query.trim().toLowerCase();
  return (
    user.displayName
      .toLowerCase()
      .split(/\s+/)
      .some((word) => word.startsWith(wanted)) ||
    user.displayName.toLowerCase().startsWith(wanted) ||
    user.emailAddress.toLowerCase().startsWith(wanted)
  );
};

const people = (site: Site): User[] => allUsers(site).filter((user) => user.active && user.accountType === 'atlassian');

function searchWindow(
  users: User[],
  query: {
    query?: string | undefined;
    accountId?: string | undefined;
    startAt?: number | undefined;
    maxResults?: number | undefined;
  },
): User[] {
  const from = query.startAt ?? 0;
  const window = users.slice(0, SEARCH_WINDOW).slice(from, from + Math.min(query.maxResults ?? 50, SEARCH_WINDOW));
  if (query.accountId !== undefined) return window.filter((user) => user.accountId === query.accountId);
  return window.filter((user) => matches(user, query.query ?? ''));
}

const found = (users: User[], charge: (read: { identity: number }) => void, render: (user: User) => unknown): Reply => {
  charge({ identity: users.length });
  return ok(users.map(render));
};

export const userOperations = [
  operation({
    method: 'GET',
    path: '/rest/api/3/user',
    scopes: READ_USER,
    query: { accountId: q.text, expand: q.text },
    handle({ site, actor, query, charge }) {
      if (!query.accountId) throw refuse(400, 'The accountId query parameter needs to be provided');
      const user = findUser(site, query.accountId);
      if (!user) throw refuse(404, 'Specified user does not exist or you do not have required permissions');
      charge({ identity: 1 });
      const empty = { size: 0, items: [] };
      return ok({
        ...renderUser(site, user, actor),
        groups: empty,
        applicationRoles: { ...empty, size: 1 },
        expand: 'groups,applicationRoles',
      });
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/user/bulk',
    scopes: READ_USER,
    query: { startAt: q.int, maxResults: q.int, accountId: q.list },
    handle({ site, actor, query, charge }) {
      if (!query.accountId?.length) throw refuse(400, 'The accountId query parameter needs to be provided');
      const users = query.accountId.map((id) => findUser(site, id)).filter((user) => user !== undefined);
      const { values, page } = pageOf(users, query.startAt, query.maxResults ?? 10, 200);
      charge({ identity: values.length });
      return ok({ ...page, values: values.map((user) => renderUser(site, user, actor)) });
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/user/search',
    scopes: READ_USER,
    query: { query: q.text, accountId: q.text, startAt: q.int, maxResults: q.int },
    handle({ site, actor, query, charge }) {
      if (query.query === undefined && query.accountId === undefined)
        throw refuse(400, 'The query parameter needs to be provided');
      return found(searchWindow(people(site), query), charge, (user) => renderUser(site, user, actor));
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/user/assignable/search',
    scopes: READ_USER,
    query: {
      query: q.text,
      accountId: q.text,
      project: q.text,
      issueKey: q.text,
      issueId: q.text,
      startAt: q.int,
      maxResults: q.int,
      recommend: q.flag,
    },
    handle({ site, actor, query, charge }) {
      const issue = query.issueKey ?? query.issueId;
      if (issue === undefined && query.project === undefined)
        throw refuse(400, "Either 'project' or 'issueKey' parameter is required");
      if (query.query !== undefined && query.accountId !== undefined)
        throw refuse(400, "Only one of 'query' and 'accountId' may be given");
      const projectId =
        issue === undefined
          ? visibleProject(site, actor, query.project ?? '').id
          : visibleIssue(site, actor, issue).projectId;
      const assignable = people(site).filter((user) => can(site, user.accountId, 'ASSIGNABLE_USER', projectId));
      return found(searchWindow(assignable, query), charge, (user) => renderUser(site, user, actor));
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/user/assignable/multiProjectSearch',
    scopes: READ_USER,
    query: { query: q.text, accountId: q.text, projectKeys: q.text, startAt: q.int, maxResults: q.int },
    handle({ site, actor, query, charge }) {
      const keys = (query.projectKeys ?? '').split(',').filter(Boolean);
      if (keys.length === 0) throw refuse(400, "The 'projectKeys' parameter is required");
      const ids = keys.map((key) => visibleProject(site, actor, key).id);
      const assignable = people(site).filter((user) =>
        ids.every((id) => can(site, user.accountId, 'ASSIGNABLE_USER', id)),
      );
      return found(searchWindow(assignable, query), charge, (user) => renderUser(site, user, actor));
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/user/permission/search',
    scopes: READ_USER,
    query: {
      query: q.text,
      accountId: q.text,
      permissions: q.text,
      issueKey: q.text,
      projectKey: q.text,
      startAt: q.int,
      maxResults: q.int,
    },
    handle({ site, actor, query, charge }) {
      const keys = (query.permissions ?? '').split(',').filter(Boolean);
      const projectId = query.issueKey
        ? findIssue(site, query.issueKey)?.projectId
        : findProject(site, query.projectKey ?? '')?.id;
      if (keys.length === 0 || !projectId || !can(site, actor.accountId, 'ADMINISTER_PROJECTS', projectId))
        throw refuse(403, 'You do not have permission to search users by permission.');
      const granted = people(site).filter((user) => keys.every((key) => can(site, user.accountId, key, projectId)));
      return found(searchWindow(granted, query), charge, (user) => renderUser(site, user, actor));
    },
  }),
];
