import { refuse } from '../errors';
import { POINTS_FIELD, fieldById } from '../config/fields';
import { statusesOf } from '../config/workflow';
import { can } from '../model/permissions';
import { projectById, renderProject, type Project } from '../model/projects';
import { allBoards, renderSprint, sprintsOf, visibleBoard, type Board } from '../model/sprints';
import { ok, operation, q } from '../operation';
import { pageOf } from '../pages';
import { granular } from '../scope-sets';
import type { Site } from '../site';

const READ_BOARD = granular('read:board-scope:jira-software', 'read:issue-details:jira');
const READ_BOARDS = granular('read:board-scope:jira-software', 'read:project:jira');
const READ_CONFIGURATION = granular('read:board-scope.admin:jira-software', 'read:project:jira');

function location(site: Site, project: Project): Record<string, unknown> {
  const { avatarUrls } = renderProject(site, project) as { avatarUrls: Record<string, string> };
  return {
    projectId: Number(project.id),
    displayName: `${project.name} (${project.key})`,
    projectName: project.name,
    projectKey: project.key,
    projectTypeKey: 'software',
    avatarURI: avatarUrls['24x24'],
    name: `${project.name} (${project.key})`,
  };
}

const render = (site: Site, board: Board): Record<string, unknown> => ({
  id: board.id,
  self: `${site.url()}/rest/agile/1.0/board/${board.id}`,
  name: board.name,
  type: board.type,
  location: location(site, projectById(site, board.projectId)),
  isPrivate: false,
});

function configuration(site: Site, board: Board): Record<string, unknown> {
  const project = projectById(site, board.projectId);
  const points = fieldById(POINTS_FIELD);
  return {
    id: board.id,
    name: board.name,
    type: board.type,
    self: `${site.url()}/rest/agile/1.0/board/${board.id}/configuration`,
    location: {
      type: 'project',
      key: project.key,
      id: project.id,
      self: `${site.url()}/rest/api/2/project/${project.id}`,
      name: project.name,
    },
    filter: { id: String(board.filterId), self: `${site.url()}/rest/api/2/filter/${board.filterId}` },
    columnConfig: {
      columns: statusesOf(project.style).map((status) => ({
        name: status.name,
        statuses: [{ id: status.id, self: `${site.url()}/rest/api/2/status/${status.id}` }],
      })),
      constraintType: 'none',
    },
    ...(board.type === 'scrum'
      ? { estimation: { type: 'field', field: { fieldId: POINTS_FIELD, displayName: points?.name ?? '' } } }
      : {}),
    ranking: { rankCustomFieldId: 10_019 },
  };
}

export const boardOperations = [
  operation({
    method: 'GET',
    path: '/rest/agile/1.0/board',
    scopes: READ_BOARDS,
    query: {
      startAt: q.int,
      maxResults: q.int,
      type: q.list,
      name: q.text,
      projectKeyOrId: q.text,
      projectLocation: q.text,
      accountIdLocation: q.text,
      includePrivate: q.flag,
      negateLocationFiltering: q.flag,
      orderBy: q.text,
      expand: q.text,
      filterId: q.int,
    },
    handle({ site, actor, query, charge }) {
      const visible = allBoards(site).filter((board) => can(site, actor.accountId, 'BROWSE_PROJECTS', board.projectId));
      const asked = query.projectKeyOrId ?? query.projectLocation;
      const isAsked = ({ id, key }: Project): boolean =>
        asked === undefined || id === asked || key === asked.toUpperCase();
      const boards = visible
        .filter((board) => isAsked(projectById(site, board.projectId)))
        .filter((board) => !query.type || query.type.includes(board.type))
        .filter((board) => board.name.toLowerCase().includes((query.name ?? '').toLowerCase()));
      if (asked !== undefined && !visible.some((board) => isAsked(projectById(site, board.projectId))))
        throw refuse(400, `No project could be found with key or id '${asked}'.`);
      const { values, page } = pageOf(boards, query.startAt, query.maxResults);
      charge({ core: values.length });
      return ok({ ...page, values: values.map((board) => render(site, board)) });
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/agile/1.0/board/{boardId}',
    scopes: READ_BOARD,
    handle({ site, actor, params, charge }) {
      charge({ core: 1 });
      return ok(render(site, visibleBoard(site, actor, params['boardId'] ?? '')));
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/agile/1.0/board/{boardId}/configuration',
    scopes: READ_CONFIGURATION,
    handle({ site, actor, params, charge }) {
      charge({ core: 1 });
      return ok(configuration(site, visibleBoard(site, actor, params['boardId'] ?? '')));
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/agile/1.0/board/{boardId}/project',
    scopes: READ_CONFIGURATION,
    query: { startAt: q.int, maxResults: q.int },
    handle({ site, actor, params, query, charge }) {
      const board = visibleBoard(site, actor, params['boardId'] ?? '');
      const { values, page } = pageOf([projectById(site, board.projectId)], query.startAt, query.maxResults);
      charge({ core: values.length });
      return ok({ ...page, values: values.map((project) => renderProject(site, project)) });
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/agile/1.0/board/{boardId}/sprint',
    scopes: granular('read:sprint:jira-software'),
    query: { startAt: q.int, maxResults: q.int, state: q.list },
    handle({ site, actor, params, query, charge }) {
      const board = visibleBoard(site, actor, params['boardId'] ?? '');
      if (board.type !== 'scrum') throw refuse(400, 'The board does not support sprints');
      const unknown = query.state?.find((state) => !['future', 'active', 'closed'].includes(state));
      if (unknown !== undefined)
        throw refuse(400, `The sprint state '${unknown}' is not one of future, active, closed.`);
      const sprints = sprintsOf(site, board.id).filter((sprint) => !query.state || query.state.includes(sprint.state));
      const { values, page } = pageOf(sprints, query.startAt, query.maxResults);
      charge({ core: values.length });
      return ok({ ...page, values: values.map((sprint) => renderSprint(site, sprint)) });
    },
  }),
];
