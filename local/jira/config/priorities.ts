import { dataSvg } from '../svg';

export interface Priority {
  id: string;
  name: string;
  description: string;
  statusColor: string;
}

/** Highest first, as Jira orders them. */
export const PRIORITIES: Priority[] = [
  { id: '1', name: 'Highest', description: 'This problem will block progress.', statusColor: '#d04437' },
  { id: '2', name: 'High', description: 'Serious problem that could block progress.', statusColor: '#f15C75' },
  { id: '3', name: 'Medium', description: 'Has the potential to affect progress.', statusColor: '#f79232' },
  { id: '4', name: 'Low', description: 'Minor problem or easily worked around.', statusColor: '#707070' },
  {
    id: '5',
    name: 'Lowest',
    description: 'Trivial problem with little or no impact on progress.',
    statusColor: '#999999',
  },
];

export const DEFAULT_PRIORITY = '3';

/** The short form used inside issues. */
export function renderPriority(priority: Priority, siteUrl: string): Record<string, unknown> {
  return {
    self: `${siteUrl}/rest/api/3/priority/${priority.id}`,
    iconUrl: dataSvg(`<rect x='2' y='7' width='12' height='3' fill='${priority.statusColor}'/>`),
    name: priority.name,
    id: priority.id,
  };
}
