import { refuse } from '../errors';
import { nextNumber, type Actor, type Site } from '../site';
import { can } from './permissions';

export interface Board {
  id: number;
  name: string;
  type: 'scrum' | 'simple' | 'kanban';
  projectId: string;
  filterId: number;
}

/** Times as given by the client or, for `completeDate`, by the site: ISO in UTC. */
export interface Sprint {
  id: number;
  boardId: number;
  name: string;
  state: 'future' | 'active' | 'closed';
  goal: string;
  startDate?: string;
  endDate?: string;
  activatedDate?: string;
  completeDate?: string;
  createdDate: string;
}

export function insertBoard(site: Site, board: Board): void {
  site.sql.run(
    'INSERT INTO jira_board (id, project_id, doc) VALUES (?, ?, ?)',
    board.id,
    board.projectId,
    JSON.stringify(board),
  );
}

export const allBoards = (site: Site): Board[] =>
  site.sql.all<{ doc: string }>('SELECT doc FROM jira_board ORDER BY id').map((row) => JSON.parse(row.doc) as Board);

/** 404 when missing or its project is invisible. */
export function visibleBoard(site: Site, actor: Actor, id: string): Board {
  const board = allBoards(site).find((candidate) => String(candidate.id) === id);
  if (!board || !can(site, actor.accountId, 'BROWSE_PROJECTS', board.projectId))
    throw refuse(
      404,
      'The requested board cannot be viewed because it either does not exist or you do not have permission to view it.',
    );
  return board;
}

export const newSprintId = (site: Site): number => nextNumber(site, 'sprint', 37);

export function saveSprint(site: Site, sprint: Sprint): void {
  site.sql.run(
    'INSERT OR REPLACE INTO jira_sprint (id, board_id, doc) VALUES (?, ?, ?)',
    sprint.id,
    sprint.boardId,
    JSON.stringify(sprint),
  );
}

export function removeSprint(site: Site, id: number): void {
  site.sql.run('DELETE FROM jira_sprint WHERE id = ?', id);
}

export function findSprint(site: Site, id: number): Sprint | undefined {
  const row = site.sql.first<{ doc: string }>('SELECT doc FROM jira_sprint WHERE id = ?', id);
  return row && (JSON.parse(row.doc) as Sprint);
}

/** All sprints; those of a board come in Jira's order: closed, active, future, then by id. */
export function sprintsOf(site: Site, boardId?: number): Sprint[] {
  const order = ['closed', 'active', 'future'];
  return site.sql
    .all<{ doc: string }>('SELECT doc FROM jira_sprint ORDER BY id')
    .map((row) => JSON.parse(row.doc) as Sprint)
    .filter((sprint) => boardId === undefined || sprint.boardId === boardId)
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.id - b.id);
}

/** The sprint and its board's project; 404 when missing or invisible. */
export function visibleSprint(site: Site, actor: Actor, id: string): { sprint: Sprint; board: Board } {
  const sprint = findSprint(site, Number(id));
  const board = sprint && allBoards(site).find((candidate) => candidate.id === sprint.boardId);
  if (!sprint || !board || !can(site, actor.accountId, 'BROWSE_PROJECTS', board.projectId))
    throw refuse(404, 'Sprint does not exist.');
  return { sprint, board };
}

/** The sprint as the agile API shows it. */
export function renderSprint(site: Site, sprint: Sprint): Record<string, unknown> {
  const { id, state, name, startDate, endDate, completeDate, createdDate, boardId, goal } = sprint;
  return {
    id,
    self: `${site.url()}/rest/agile/1.0/sprint/${id}`,
    state,
    name,
    ...(startDate ? { startDate } : {}),
    ...(endDate ? { endDate } : {}),
    ...(completeDate ? { completeDate } : {}),
    createdDate,
    originBoardId: boardId,
    goal,
  };
}
