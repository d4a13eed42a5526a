import { ROLES } from '../config/permission-keys';
import { issueTypesOf, renderIssueType } from '../config/issue-types';
import { renderStatus, statusesOf } from '../config/workflow';
import { can } from '../model/permissions';
import { renderProject, visibleProject, visibleProjects, type Project } from '../model/projects';
import { renderAccount } from '../model/users';
import { ok, operation, q } from '../operation';
import { pageOf } from '../pages';
import { READ_WORK } from '../scope-sets';
import type { Actor, Site } from '../site';

const lists = (project: Project): Record<string, unknown> => ({
  style: project.style,
  isPrivate: false,
  properties: {},
  uuid: project.uuid,
});

const listed = (site: Site, project: Project): Record<string, unknown> => ({
  expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
  ...renderProject(site, project),
  ...lists(project),
});

function detailed(site: Site, project: Project, actor: Actor): Record<string, unknown> {
  const roleUrl = `${site.url()}/rest/api/3/project/${project.id}/role`;
  return {
    ...listed(site, project),
    description: project.description,
    lead: renderAccount(site, project.lead, actor),
    components: [],
    issueTypes: issueTypesOf(project.id).map((type) => renderIssueType(type, site.url())),
    assigneeType: 'UNASSIGNED',
    versions: [],
    roles: Object.fromEntries(ROLES.map((role) => [role.name, `${roleUrl}/${role.id}`])),
  };
}

const ACTIONS: Record<string, string> = {
  view: 'BROWSE_PROJECTS',
  browse: 'BROWSE_PROJECTS',
  edit: 'ADMINISTER_PROJECTS',
  create: 'CREATE_ISSUES',
};

export const projectOperations = [
  operation({
    method: 'GET',
    path: '/rest/api/3/project/search',
    scopes: READ_WORK,
    query: {
      startAt: q.int,
      maxResults: q.int,
      orderBy: q.text,
      id: q.list,
      keys: q.list,
      query: q.text,
      typeKey: q.text,
      action: q.text,
      expand: q.text,
    },
    handle({ site, actor, query, charge }) {
      const wanted = (query.query ?? '').toLowerCase();
      const permission = ACTIONS[query.action ?? 'view'] ?? 'BROWSE_PROJECTS';
      const projects = visibleProjects(site, actor)
        .filter((project) => can(site, actor.accountId, permission, project.id))
        .filter((project) => !query.id || query.id.includes(project.id))
        .filter((project) => !query.keys || query.keys.includes(project.key))
        .filter((project) => `${project.key}\n${project.name}`.toLowerCase().includes(wanted))
        .sort((a, b) => (query.orderBy?.endsWith('name') ? a.name.localeCompare(b.name) : a.key.localeCompare(b.key)));
      if (query.orderBy?.startsWith('-')) projects.reverse();
      const { values, page } = pageOf(projects, query.startAt, query.maxResults);
      charge({ core: values.length });
      const address = (from: number): string =>
        `${site.url()}/rest/api/3/project/search?maxResults=${page.maxResults}&startAt=${from}`;
      const self = address(page.startAt);
      const nextPage = page.isLast ? {} : { nextPage: address(page.startAt + values.length) };
      return ok({ self, ...nextPage, ...page, values: values.map((project) => listed(site, project)) });
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/project/{projectIdOrKey}',
    scopes: READ_WORK,
    query: { expand: q.text, properties: q.list },
    handle({ site, actor, params, charge }) {
      charge({ core: 1 });
      return ok(detailed(site, visibleProject(site, actor, params['projectIdOrKey'] ?? ''), actor));
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/project/{projectIdOrKey}/statuses',
    scopes: READ_WORK,
    handle({ site, actor, params, charge }) {
      charge({ core: 1 });
      const project = visibleProject(site, actor, params['projectIdOrKey'] ?? '');
      const statuses = statusesOf(project.style).map((status) => renderStatus(status, site.url()));
      return ok(
        issueTypesOf(project.id).map(({ id, name, subtask }) => ({
          self: `${site.url()}/rest/api/3/issuetype/${id}`,
          id,
          name,
          subtask,
          statuses,
        })),
      );
    },
  }),
];
