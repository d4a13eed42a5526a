import { agileIssueOperations } from './handlers/agile-issues';
import { appPropertyOperations } from './handlers/app-properties';
import { boardOperations } from './handlers/boards';
import { catalogueOperations } from './handlers/catalogue';
import { commentOperations } from './handlers/comments';
import { issueLinkOperations } from './handlers/issue-links';
import { jqlOperations } from './handlers/jql';
import { propertyOperations } from './handlers/properties';
import { remoteLinkOperations } from './handlers/remote-links';
import { sprintOperations } from './handlers/sprints';
import { transitionOperations } from './handlers/transitions';
import { watcherOperations } from './handlers/watchers';
import { changelogOperations } from './handlers/changelog';
import { createMetaOperations } from './handlers/create-meta';
import { issueOperations } from './handlers/issues';
import { myselfOperations } from './handlers/myself';
import { notifyOperations } from './handlers/notify';
import { permissionOperations } from './handlers/permissions';
import { projectOperations } from './handlers/projects';
import { searchOperations } from './handlers/search';
import { userOperations } from './handlers/users';
import type { Operation } from './operation';

/** Every operation of Jira's REST API the small Jira carries out. */
export const OPERATIONS: Operation[] = [
  ...myselfOperations,
  ...userOperations,
  ...permissionOperations,
  ...projectOperations,
  ...createMetaOperations,
  ...issueOperations,
  ...changelogOperations,
  ...notifyOperations,
  ...searchOperations,
  ...agileIssueOperations,
  ...appPropertyOperations,
  ...boardOperations,
  ...catalogueOperations,
  ...commentOperations,
  ...issueLinkOperations,
  ...jqlOperations,
  ...propertyOperations,
  ...remoteLinkOperations,
  ...sprintOperations,
  ...transitionOperations,
  ...watcherOperations,
];
