/** Jira's permissions: key, id, name, description (as GET /mypermissions shows them). */
export interface PermissionInfo {
  key: string;
  id: string;
  name: string;
  description: string;
  type: 'GLOBAL' | 'PROJECT';
}

const project = (id: string, key: string, name: string, description: string): PermissionInfo => ({
  key,
  id,
  name,
  description,
  type: 'PROJECT',
});
const global = (id: string, key: string, name: string, description: string): PermissionInfo => ({
  key,
  id,
  name,
  description,
  type: 'GLOBAL',
});

export const PERMISSIONS: PermissionInfo[] = [
  global(
    '0',
    'ADMINISTER',
    'Administer Jira',
    'Create and administer projects, issue types, fields, workflows, and schemes for all projects.',
  ),
  global('27', 'USER_PICKER', 'Browse users and groups', 'View and select users or groups from the user picker.'),
  project('23', 'ADMINISTER_PROJECTS', 'Administer Projects', 'Ability to administer a project in Jira.'),
  project('10', 'BROWSE_PROJECTS', 'Browse Projects', 'Ability to browse projects and the issues within them.'),
  project('-1', 'MANAGE_SPRINTS_PERMISSION', 'Manage sprints', 'Ability to manage sprints.'),
  project('11', 'CREATE_ISSUES', 'Create Issues', 'Ability to create issues.'),
  project('12', 'EDIT_ISSUES', 'Edit Issues', 'Ability to edit issues.'),
  project('46', 'TRANSITION_ISSUES', 'Transition Issues', 'Ability to transition issues.'),
  project('28', 'SCHEDULE_ISSUES', 'Schedule Issues', "Ability to view or edit an issue's due date."),
  project('13', 'ASSIGN_ISSUES', 'Assign Issues', 'Ability to assign issues to other people.'),
  project('17', 'ASSIGNABLE_USER', 'Assignable User', 'Users with this permission may be assigned to issues.'),
  project('14', 'RESOLVE_ISSUES', 'Resolve Issues', 'Ability to resolve and reopen issues.'),
  project('18', 'CLOSE_ISSUES', 'Close Issues', 'Ability to close issues.'),
  project(
    '30',
    'MODIFY_REPORTER',
    'Modify Reporter',
    'Ability to modify the reporter when creating or editing an issue.',
  ),
  project('16', 'DELETE_ISSUES', 'Delete Issues', 'Ability to delete issues.'),
  project('21', 'LINK_ISSUES', 'Link Issues', 'Ability to link issues together and create linked issues.'),
  project(
    '31',
    'VIEW_VOTERS_AND_WATCHERS',
    'View voters and watchers',
    'Ability to view the voters and watchers of an issue.',
  ),
  project('32', 'MANAGE_WATCHERS', 'Manage Watchers', 'Ability to manage the watchers of an issue.'),
  project('15', 'ADD_COMMENTS', 'Add Comments', 'Ability to comment on issues.'),
  project('34', 'EDIT_ALL_COMMENTS', 'Edit All Comments', 'Ability to edit all comments made on issues.'),
  project('35', 'EDIT_OWN_COMMENTS', 'Edit Own Comments', 'Ability to edit own comments made on issues.'),
  project('36', 'DELETE_ALL_COMMENTS', 'Delete All Comments', 'Ability to delete all comments made on issues.'),
  project('37', 'DELETE_OWN_COMMENTS', 'Delete Own Comments', 'Ability to delete own comments made on issues.'),
];

const MEMBER = [
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'SCHEDULE_ISSUES',
  'ASSIGN_ISSUES',
  'ASSIGNABLE_USER',
  'RESOLVE_ISSUES',
  'CLOSE_ISSUES',
  'LINK_ISSUES',
  'VIEW_VOTERS_AND_WATCHERS',
  'ADD_COMMENTS',
  'EDIT_OWN_COMMENTS',
  'DELETE_OWN_COMMENTS',
];
const ALL = PERMISSIONS.filter((info) => info.type === 'PROJECT').map((info) => info.key);

/** The roles of both projects and what each may do. The app's own user has the add-on role, as in Jira. */
export const ROLES: { id: string; name: string; permissions: readonly string[] }[] = [
  { id: '10002', name: 'Administrators', permissions: ALL },
  { id: '10003', name: 'Member', permissions: MEMBER },
  { id: '10004', name: 'Viewer', permissions: ['BROWSE_PROJECTS', 'VIEW_VOTERS_AND_WATCHERS'] },
  { id: '10005', name: 'atlassian-addons-project-access', permissions: ALL.filter((key) => key !== 'ASSIGNABLE_USER') },
];
