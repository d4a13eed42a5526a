import { FieldProblem } from '../errors';
import { allBoards, findSprint, type Sprint } from '../model/sprints';
import { can } from '../model/permissions';
import type { Site } from '../site';
import type { FieldContext } from './field-context';

/** Written as one integer, kept as all sprints the issue was in: closed ones stay, at most one other follows them. */
export function parseSprint(input: unknown, { site, actor, previous }: FieldContext): number[] {
  const closed = ((previous as number[] | undefined) ?? []).filter((id) => findSprint(site, id)?.state === 'closed');
  if (input === null) return closed;
  if (typeof input !== 'number' || !Number.isInteger(input))
    throw new FieldProblem('Number value expected as the Sprint id.');
  const sprint = findSprint(site, input);
  const board = allBoards(site).find((candidate) => candidate.id === sprint?.boardId);
  if (!sprint || !board || !can(site, actor.accountId, 'BROWSE_PROJECTS', board.projectId))
    throw new FieldProblem(`Sprint with id ${input} does not exist.`);
  if (sprint.state === 'closed') throw new FieldProblem('Issue can be assigned only active or future sprints.');
  return [...closed, input];
}

const render = (sprint: Sprint): Record<string, unknown> => ({
  id: sprint.id,
  name: sprint.name,
  state: sprint.state,
  boardId: sprint.boardId,
  goal: sprint.goal,
  ...(sprint.startDate ? { startDate: sprint.startDate } : {}),
  ...(sprint.endDate ? { endDate: sprint.endDate } : {}),
  ...(sprint.completeDate ? { completeDate: sprint.completeDate } : {}),
});

/** Read as an array, or null for none: integer in, array out. */
export function renderSprintValue(value: unknown, site: Site): unknown {
  const sprints = ((value as number[] | undefined) ?? [])
    .map((id) => findSprint(site, id))
    .filter((sprint) => sprint !== undefined);
  return sprints.length > 0 ? sprints.map(render) : null;
}
