import { asUser, route } from '@forge/api';
import { JSON_HEADERS, askJson, unlessHidden } from './ask';
import type { Json } from './read-json';
import { asList, asNumber, asObject, asString } from './read-json';

const BOARDS_MAX = 3;

/**
 * The sprint new work goes into: the active one of the first scrum board that has any, else the next one. As the user.
 * Null without scrum board, without sprints, or where the user sees neither: then there is only the backlog.
 */
export async function readOpenSprint(
  projectId: string,
  boards: readonly number[],
): Promise<{ id: number; name: string } | null> {
  const candidates = boards.length > 0 ? boards : await scrumBoards(projectId);
  for (const board of candidates.slice(0, BOARDS_MAX)) {
    const sprints = await sprintsOf(board);
    const sprint = sprints.find(({ state }) => state === 'active') ?? sprints.find(({ state }) => state === 'future');
    if (sprint) return { id: sprint.id, name: sprint.name };
  }
  return null;
}

async function scrumBoards(projectId: string): Promise<number[]> {
  const answer = await unlessHidden(
    askJson('read', (signal) =>
      asUser().requestJira(
        route`/rest/agile/1.0/board?projectKeyOrId=${projectId}&type=scrum&maxResults=${BOARDS_MAX}`,
        {
          headers: JSON_HEADERS,
          signal,
        },
      ),
    ),
  );
  return asList(asObject(answer).values)
    .map((board) => asNumber(asObject(board).id))
    .filter((id): id is number => id !== null);
}

async function sprintsOf(board: number): Promise<{ id: number; name: string; state: string }[]> {
  const answer = await unlessHidden(
    askJson('read', (signal) =>
      asUser().requestJira(route`/rest/agile/1.0/board/${board}/sprint?state=active,future&maxResults=10`, {
        headers: JSON_HEADERS,
        signal,
      }),
    ),
  );
  return asList(asObject(answer).values).map(asObject).flatMap(sprintOf);
}

function sprintOf(sprint: Json): { id: number; name: string; state: string }[] {
  const id = asNumber(sprint.id);
  return id === null ? [] : [{ id, name: asString(sprint.name), state: asString(sprint.state) }];
}
