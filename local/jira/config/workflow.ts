import { dataSvg } from '../svg';

export interface StatusCategory {
  id: number;
  key: 'new' | 'indeterminate' | 'done';
  colorName: string;
  name: string;
}

export interface Status {
  id: string;
  name: string;
  description: string;
  category: StatusCategory;
  /** Set on the statuses of a team-managed project. */
  projectId?: string;
}

export interface Transition {
  id: string;
  name: string;
  to: string;
  /** Offered from the target status itself too, as team-managed projects do. */
  looped: boolean;
}

export const STATUS_CATEGORIES: StatusCategory[] = [
  { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  { id: 3, key: 'done', colorName: 'green', name: 'Done' },
];

const [fresh, started, done] = STATUS_CATEGORIES as [StatusCategory, StatusCategory, StatusCategory];

export const STATUSES: Status[] = [
  { id: '10000', name: 'To Do', description: '', category: fresh },
  {
    id: '3',
    name: 'In Progress',
    description: 'This work item is being actively worked on at the moment by the assignee.',
    category: started,
  },
  { id: '10001', name: 'Done', description: '', category: done },
  { id: '10010', name: 'To Do', description: '', category: fresh, projectId: '10001' },
  { id: '10011', name: 'In Progress', description: '', category: started, projectId: '10001' },
  { id: '10012', name: 'Done', description: '', category: done, projectId: '10001' },
];

const CLASSIC: Transition[] = [
  { id: '11', name: 'To Do', to: '10000', looped: false },
  { id: '21', name: 'In Progress', to: '3', looped: false },
  { id: '31', name: 'Done', to: '10001', looped: false },
];
const TEAM_MANAGED: Transition[] = [
  { id: '11', name: 'To Do', to: '10010', looped: true },
  { id: '21', name: 'In Progress', to: '10011', looped: true },
  { id: '31', name: 'Done', to: '10012', looped: true },
];

export const RESOLUTION = { id: '10000', name: 'Done', description: 'Work has been completed on this work item.' };

export const transitionsOf = (style: 'classic' | 'next-gen'): Transition[] =>
  style === 'classic' ? CLASSIC : TEAM_MANAGED;
export const initialStatus = (style: 'classic' | 'next-gen'): string => (style === 'classic' ? '10000' : '10010');
export const statusesOf = (style: 'classic' | 'next-gen'): Status[] =>
  transitionsOf(style).map((transition) => statusById(transition.to));

/** The status with this id; a stored id that is not in the table is a bug. */
export function statusById(id: string): Status {
  const status = STATUSES.find((candidate) => candidate.id === id);
  if (!status) throw new Error(`No status ${id}`);
  return status;
}

/** The status as Jira shows it inside an issue (OpenAPI schema StatusDetails). */
export function renderStatus(status: Status, siteUrl: string): Record<string, unknown> {
  return {
    self: `${siteUrl}/rest/api/3/status/${status.id}`,
    description: status.description,
    iconUrl: dataSvg(`<circle cx='8' cy='8' r='5' fill='${status.category.key === 'done' ? '#1F845A' : '#626F86'}'/>`),
    name: status.name,
    id: status.id,
    statusCategory: renderStatusCategory(status.category, siteUrl),
    ...(status.projectId ? { scope: { type: 'PROJECT', project: { id: status.projectId } } } : {}),
  };
}

export const renderStatusCategory = (category: StatusCategory, siteUrl: string): Record<string, unknown> => ({
  self: `${siteUrl}/rest/api/3/statuscategory/${category.id}`,
  ...category,
});
