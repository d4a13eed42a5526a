import { dataSvg } from '../svg';

export interface IssueType {
  id: string;
  name: string;
  description: string;
  subtask: boolean;
  hierarchyLevel: number;
  avatarId: number;
  colour: string;
  /** The company-managed types are the site's; a team-managed project owns its own. */
  projectId: string;
  /** Field ids that must be given when creating, beyond summary, project and type. */
  requires: string[];
}

const type = (
  id: string,
  projectId: string,
  name: string,
  description: string,
  colour: string,
  extra: Partial<IssueType> = {},
): IssueType => ({
  id,
  projectId,
  name,
  description,
  colour,
  subtask: false,
  hierarchyLevel: 0,
  avatarId: 10300 + (Number(id) % 100),
  requires: [],
  ...extra,
});

export const ISSUE_TYPES: IssueType[] = [
  type('10002', '10000', 'Task', 'A small, distinct piece of work.', '#1868DB'),
  type('10004', '10000', 'Bug', 'A problem or error.', '#C9372C'),
  type('10001', '10000', 'Story', 'Functionality or a feature expressed as a user goal.', '#5B7F24'),
  type('10005', '10000', 'Improvement', 'An enhancement of how the team or its product works.', '#964AC0', {
    requires: ['customfield_10042'],
  }),
  type('10003', '10000', 'Sub-task', 'A small piece of work that is part of a larger task.', '#1868DB', {
    subtask: true,
    hierarchyLevel: -1,
    requires: ['parent'],
  }),
  type('10021', '10001', 'Task', 'Tasks track small, distinct pieces of work.', '#1868DB'),
  type('10022', '10001', 'Bug', 'Bugs track problems or errors.', '#C9372C'),
  type('10023', '10001', 'Subtask', 'Subtasks track small pieces of work that are part of a larger task.', '#1868DB', {
    subtask: true,
    hierarchyLevel: -1,
    requires: ['parent'],
  }),
];

export const issueTypesOf = (projectId: string): IssueType[] =>
  ISSUE_TYPES.filter((candidate) => candidate.projectId === projectId);

/** The type with this id; a stored id that is not in the table is a bug. */
export function issueTypeById(id: string): IssueType {
  const found = ISSUE_TYPES.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`No issue type ${id}`);
  return found;
}

/** OpenAPI schema IssueTypeDetails. `teamManaged`: with the project it belongs to. */
export function renderIssueType(issueType: IssueType, siteUrl: string): Record<string, unknown> {
  const { id, name, description, subtask, hierarchyLevel, avatarId, colour, projectId } = issueType;
  return {
    self: `${siteUrl}/rest/api/3/issuetype/${id}`,
    id,
    description,
    iconUrl: dataSvg(`<rect width='16' height='16' rx='3' fill='${colour}'/>`),
    name,
    subtask,
    avatarId,
    hierarchyLevel,
    ...(projectId === '10001'
      ? { entityId: `3f2a6a50-77b1-4c1e-9d51-0000000${id}`, scope: { type: 'PROJECT', project: { id: projectId } } }
      : {}),
  };
}
