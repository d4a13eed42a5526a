import type { Jira } from '../types';
import type { Board } from './module-context';

/** The site itself asking Jira: no app, no scopes, no points. */
const OURSELVES = { provider: 'app', direct: true } as const;

async function read<T>(jira: Jira, path: string): Promise<T | undefined> {
  const response = await jira.request(OURSELVES, { method: 'GET', path });
  return response.ok ? ((await response.json()) as T) : undefined;
}

/** The first board of each project, by project key: what `context.extension.board` carries. */
export async function readBoards(jira: Jira): Promise<Map<string, Board>> {
  const boards = new Map<string, Board>();
  for (const { key } of jira.projects()) {
    const found = await read<{ values: { id: number; type: string }[] }>(
      jira,
      `/rest/agile/1.0/board?projectKeyOrId=${key}`,
    );
    const board = found?.values[0];
    if (board) boards.set(key, { id: String(board.id), type: board.type });
  }
  return boards;
}

/** Present values of the named properties of an issue; what cannot be read is absent. */
export async function readIssueProperties(
  jira: Jira,
  issueId: string,
  keys: string[],
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const key of keys) {
    const found = await read<{ value: unknown }>(
      jira,
      `/rest/api/3/issue/${encodeURIComponent(issueId)}/properties/${encodeURIComponent(key)}`,
    );
    if (found) values[key] = found.value;
  }
  return values;
}
