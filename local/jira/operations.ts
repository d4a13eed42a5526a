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
];
