import { FIELDS, type FieldDefinition } from '../config/fields';
import { DEFAULT_PRIORITY, PRIORITIES, renderPriority, type Priority } from '../config/priorities';
import { STATUSES, STATUS_CATEGORIES, renderStatus, renderStatusCategory } from '../config/workflow';
import { refuse } from '../errors';
import { issuesOf } from '../model/issues';
import { visibleProjects } from '../model/projects';
import { ok, operation, q } from '../operation';
import { pageOf } from '../pages';
import { READ_WORK } from '../scope-sets';
import type { Site } from '../site';

const renderField = (field: FieldDefinition): Record<string, unknown> => ({
  id: field.id,
  key: field.id,
  name: field.name,
  custom: field.schema.custom !== undefined,
  orderable: field.operations.length > 0,
  navigable: field.id !== 'comment',
  searchable: true,
  clauseNames: field.clauseNames,
  schema: field.schema,
});

const fullPriority = (site: Site, priority: Priority): Record<string, unknown> => ({
  ...renderPriority(priority, site.url()),
  description: priority.description,
  statusColor: priority.statusColor,
  isDefault: priority.id === DEFAULT_PRIORITY,
});

/** Lists that belong to the whole site. */
export const catalogueOperations = [
  operation({ method: 'GET', path: '/rest/api/3/field', scopes: READ_WORK, handle: () => ok(FIELDS.map(renderField)) }),
  operation({
    method: 'GET',
    path: '/rest/api/3/status',
    scopes: READ_WORK,
    handle({ site, actor }) {
      const mine = visibleProjects(site, actor).map((project) => project.id);
      const shown = STATUSES.filter((status) => status.projectId === undefined || mine.includes(status.projectId));
      return ok(shown.map((status) => renderStatus(status, site.url())));
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/statuscategory',
    scopes: READ_WORK,
    handle: ({ site }) => ok(STATUS_CATEGORIES.map((category) => renderStatusCategory(category, site.url()))),
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/priority/{id}',
    scopes: READ_WORK,
    handle({ site, params }) {
      const priority = PRIORITIES.find((candidate) => candidate.id === params['id']);
      if (!priority) throw refuse(404, `The priority with id '${params['id'] ?? ''}' does not exist`);
      return ok(fullPriority(site, priority));
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/priority/search',
    scopes: { classic: ['manage:jira-configuration'] },
    query: {
      startAt: q.int,
      maxResults: q.int,
      id: q.list,
      projectId: q.list,
      priorityName: q.text,
      onlyDefault: q.flag,
      expand: q.text,
    },
    handle({ site, query }) {
      const wanted = PRIORITIES.filter((priority) => !query.id || query.id.includes(priority.id))
        .filter((priority) => priority.name.toLowerCase().includes((query.priorityName ?? '').toLowerCase()))
        .filter((priority) => !query.onlyDefault || priority.id === DEFAULT_PRIORITY);
      const { values, page } = pageOf(wanted, query.startAt, query.maxResults);
      return ok({ ...page, values: values.map((priority) => fullPriority(site, priority)) });
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/label',
    scopes: READ_WORK,
    query: { startAt: q.int, maxResults: q.int },
    handle({ site, actor, query }) {
      const projectIds = visibleProjects(site, actor).map((project) => project.id);
      const labels = new Set(
        projectIds.length > 0 ? issuesOf(site, projectIds).flatMap((issue) => issue.fields.labels) : [],
      );
      const { values, page } = pageOf([...labels].sort(), query.startAt, query.maxResults ?? 1000, 1000);
      return ok({ ...page, values });
    },
  }),
];
