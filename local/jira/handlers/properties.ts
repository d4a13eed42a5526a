import { refuse } from '../errors';
import { visibleIssue } from '../model/issues';
import { can, canGlobally } from '../model/permissions';
import { visibleProject } from '../model/projects';
import { visibleBoard, visibleSprint } from '../model/sprints';
import { findUser } from '../model/users';
import { READ_USER, READ_WORK, WRITE_WORK, granular } from '../scope-sets';
import { entityPropertyOperations } from './entity-properties';

export const propertyOperations = [
  ...entityPropertyOperations({
    owner: 'issue',
    path: '/rest/api/3/issue/{issueIdOrKey}/properties',
    scopes: { read: READ_WORK, write: WRITE_WORK },
    locate({ site, actor, params }, writing) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      if (writing && !can(site, actor.accountId, 'EDIT_ISSUES', issue.projectId))
        throw refuse(403, 'You do not have permission to edit this issue.');
      return issue.id;
    },
  }),
  ...entityPropertyOperations({
    owner: 'user',
    path: '/rest/api/3/user/properties',
    byAccount: true,
    scopes: { read: READ_USER, write: WRITE_WORK },
    locate({ site, actor, query }) {
      if (!query.accountId) throw refuse(400, 'The accountId query parameter needs to be provided');
      const mine = query.accountId === actor.accountId || canGlobally(site, actor.accountId, 'ADMINISTER');
      if (!mine) throw refuse(403, 'You do not have permission to access the properties of this user.');
      if (!findUser(site, query.accountId)) throw refuse(404, 'The user does not exist.');
      return query.accountId;
    },
  }),
  ...entityPropertyOperations({
    owner: 'project',
    path: '/rest/api/3/project/{projectIdOrKey}/properties',
    scopes: { read: READ_WORK, write: { classic: ['manage:jira-project'] } },
    locate({ site, actor, params }, writing) {
      const project = visibleProject(site, actor, params['projectIdOrKey'] ?? '');
      if (writing && !can(site, actor.accountId, 'ADMINISTER_PROJECTS', project.id))
        throw refuse(403, 'You do not have permission to edit this project.');
      return project.id;
    },
  }),
  ...entityPropertyOperations({
    owner: 'board',
    path: '/rest/agile/1.0/board/{boardId}/properties',
    scopes: {
      read: granular('read:board-scope.admin:jira-software'),
      write: granular('write:board-scope.admin:jira-software'),
      delete: granular('delete:board-scope.admin:jira-software'),
    },
    locate({ site, actor, params }, writing) {
      const board = visibleBoard(site, actor, params['boardId'] ?? '');
      if (writing && !can(site, actor.accountId, 'ADMINISTER_PROJECTS', board.projectId))
        throw refuse(403, 'You do not have permission to edit this board.');
      return String(board.id);
    },
  }),
  ...entityPropertyOperations({
    owner: 'sprint',
    path: '/rest/agile/1.0/sprint/{sprintId}/properties',
    scopes: {
      read: granular('read:sprint:jira-software'),
      write: granular('write:sprint:jira-software'),
      delete: granular('delete:sprint:jira-software'),
    },
    locate({ site, actor, params }, writing) {
      const { sprint, board } = visibleSprint(site, actor, params['sprintId'] ?? '');
      if (writing && !can(site, actor.accountId, 'MANAGE_SPRINTS_PERMISSION', board.projectId))
        throw refuse(403, 'You do not have permission to edit this sprint.');
      return String(sprint.id);
    },
  }),
];
