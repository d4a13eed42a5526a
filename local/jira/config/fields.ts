import type { Project } from '../model/projects';
import { issueTypeById } from './issue-types';

export type CodecName =
  | 'text'
  | 'adf'
  | 'user'
  | 'priority'
  | 'labels'
  | 'date'
  | 'number'
  | 'option'
  | 'sprint'
  | 'parent'
  | 'rank'
  | 'project'
  | 'issuetype'
  | 'readonly';

export interface FieldSchema {
  type: string;
  items?: string;
  system?: string;
  custom?: string;
  customId?: number;
}

export interface FieldDefinition {
  id: string;
  name: string;
  schema: FieldSchema;
  codec: CodecName;
  /** Names JQL knows it by. */
  clauseNames: string[];
  operations: string[];
  options?: { id: string; value: string }[];
}

const system = (
  id: string,
  name: string,
  codec: CodecName,
  type: string,
  extra: Partial<FieldDefinition> & { items?: string } = {},
): FieldDefinition => {
  const { items, ...rest } = extra;
  return {
    id,
    name,
    codec,
    schema: { type, ...(items ? { items } : {}), system: id },
    clauseNames: [id],
    operations: codec === 'readonly' ? [] : ['set'],
    ...rest,
  };
};
const custom = (
  id: number,
  name: string,
  codec: CodecName,
  type: string,
  kind: string,
  extra: Partial<FieldDefinition> & { items?: string } = {},
): FieldDefinition => {
  const { items, ...rest } = extra;
  return {
    id: `customfield_${id}`,
    name,
    codec,
    schema: { type, ...(items ? { items } : {}), custom: kind, customId: id },
    clauseNames: [`cf[${id}]`, name],
    operations: ['set'],
    ...rest,
  };
};

const KINDS = 'com.atlassian.jira.plugin.system.customfieldtypes';
const AGILE = 'com.pyxis.greenhopper.jira';

export const SPRINT_FIELD = 'customfield_10020';
export const RANK_FIELD = 'customfield_10019';
export const POINTS_FIELD = 'customfield_10016';
export const IMPACT_FIELD = 'customfield_10042';

/** Every field of the site; numbers of custom fields as Jira usually deals them out, but never to be relied on. */
export const FIELDS: FieldDefinition[] = [
  system('summary', 'Summary', 'text', 'string'),
  system('issuetype', 'Issue Type', 'issuetype', 'issuetype', { clauseNames: ['issuetype', 'type'] }),
  system('project', 'Project', 'project', 'project'),
  system('parent', 'Parent', 'parent', 'issuelink'),
  system('description', 'Description', 'adf', 'string'),
  system('assignee', 'Assignee', 'user', 'user'),
  system('reporter', 'Reporter', 'user', 'user'),
  system('priority', 'Priority', 'priority', 'priority'),
  system('labels', 'Labels', 'labels', 'array', { items: 'string', operations: ['add', 'set', 'remove'] }),
  system('duedate', 'Due date', 'date', 'date', { clauseNames: ['due', 'duedate'] }),
  system('status', 'Status', 'readonly', 'status'),
  system('resolution', 'Resolution', 'readonly', 'resolution'),
  system('resolutiondate', 'Resolved', 'readonly', 'datetime', { clauseNames: ['resolutiondate', 'resolved'] }),
  system('creator', 'Creator', 'readonly', 'user'),
  system('created', 'Created', 'readonly', 'datetime', { clauseNames: ['created', 'createdDate'] }),
  system('updated', 'Updated', 'readonly', 'datetime', { clauseNames: ['updated', 'updatedDate'] }),
  system('statuscategorychangedate', 'Status Category Changed', 'readonly', 'datetime', {
    clauseNames: ['statusCategoryChangedDate'],
  }),
  system('statusCategory', 'Status Category', 'readonly', 'statusCategory'),
  system('issuelinks', 'Linked Issues', 'readonly', 'array', { items: 'issuelinks', clauseNames: ['issueLink'] }),
  system('subtasks', 'Sub-tasks', 'readonly', 'array', { items: 'issuelinks', clauseNames: ['subtasks'] }),
  system('comment', 'Comment', 'readonly', 'comments-page'),
  system('watches', 'Watchers', 'readonly', 'watches', { clauseNames: ['watchers'] }),
  custom(10016, 'Story point estimate', 'number', 'number', `${KINDS}:float`),
  custom(10019, 'Rank', 'rank', 'any', `${AGILE}:gh-lexo-rank`),
  custom(10020, 'Sprint', 'sprint', 'array', `${AGILE}:gh-sprint`, { items: 'json' }),
  custom(10042, 'Impact', 'option', 'option', `${KINDS}:select`, {
    options: [
      { id: '10120', value: 'High' },
      { id: '10121', value: 'Medium' },
      { id: '10122', value: 'Low' },
    ],
  }),
];

export const fieldById = (id: string): FieldDefinition | undefined => FIELDS.find((field) => field.id === id);

const COMMON = [
  'summary',
  'issuetype',
  'project',
  'description',
  'assignee',
  'reporter',
  'priority',
  'labels',
  'duedate',
  SPRINT_FIELD,
];

/** The fields on the create screen of a type, in its order. */
export function screenOf(project: Project, issueTypeId: string): FieldDefinition[] {
  const type = issueTypeById(issueTypeId);
  const ids = [
    ...COMMON.filter((id) => !(type.subtask && id === SPRINT_FIELD)),
    'parent',
    ...(['Story', 'Task'].includes(type.name) ? [POINTS_FIELD] : []),
    ...type.requires.filter((id) => id !== 'parent'),
  ];
  return FIELDS.filter(
    (field) => ids.includes(field.id) && !(field.id === 'parent' && project.style === 'classic' && !type.subtask),
  );
}

/** What cannot be left out; project, type and summary always, the rest by the type. A reporter or priority left out gets its default. */
export function isRequired(fieldId: string, issueTypeId: string): boolean {
  return (
    ['summary', 'issuetype', 'project', 'reporter'].includes(fieldId) ||
    issueTypeById(issueTypeId).requires.includes(fieldId)
  );
}

export const hasDefault = (fieldId: string): boolean => ['reporter', 'priority'].includes(fieldId);
