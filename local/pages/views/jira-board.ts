import type { SiteProject } from '../../types';
import type { Visit } from '../visit';

export interface Board {
  id: number;
  name: string;
  type: string;
}

export interface Sprint {
  id: number;
  name: string;
  state: 'active' | 'future' | 'closed';
  goal?: string;
  startDate?: string;
  endDate?: string;
}

export interface BoardColumn {
  name: string;
  statuses: { id: string }[];
}

/** The project's first board; a project without one has no board page. */
export async function readBoard(visit: Visit, project: SiteProject): Promise<Board | undefined> {
  const page = await visit.read<{ values: Board[] }>(`/rest/agile/1.0/board?projectKeyOrId=${project.key}`);
  return page?.values[0];
}

/** Running sprints first, then the planned ones; none for a board without sprints. */
export async function readSprints(visit: Visit, board: Board): Promise<Sprint[]> {
  const page = await visit.read<{ values: Sprint[] }>(`/rest/agile/1.0/board/${board.id}/sprint?state=active,future`);
  const order = { active: 0, future: 1, closed: 2 };
  return [...(page?.values ?? [])].sort((a, b) => order[a.state] - order[b.state] || a.id - b.id);
}

/** The board's columns from left to right. */
export async function readColumns(visit: Visit, board: Board): Promise<BoardColumn[]> {
  const configuration = await visit.read<{ columnConfig: { columns: BoardColumn[] } }>(
    `/rest/agile/1.0/board/${board.id}/configuration`,
  );
  return configuration?.columnConfig.columns ?? [];
}

/** May this person start, change and complete sprints here? */
export function mayManageSprints(visit: Visit, project: SiteProject): boolean {
  return visit.site.can(visit.me.accountId, 'MANAGE_SPRINTS_PERMISSION', project.key);
}
