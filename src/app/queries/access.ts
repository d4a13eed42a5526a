import type { Refusal } from '#domain/refusal';
import type { Result } from '#domain/result';
import { ok, refuse } from '#domain/result';
import type { App } from '../app';
import { JiraFailure } from '../ports/jira';

const FAILURES: Record<JiraFailure['kind'], Refusal['code']> = {
  fields: 'jira/failed',
  forbidden: 'access/not-found',
  'not-found': 'access/not-found',
  busy: 'jira/busy',
  'unknown-outcome': 'jira/failed',
  failed: 'jira/failed',
};

/** Asks Jira, as the user, whether the project may be browsed. Invisible and missing are the same refusal. */
export async function requireProject(app: App, projectId: string): Promise<Result<true>> {
  try {
    return (await app.access.mayBrowse(projectId)) ? ok(true) : refuse('access/not-found');
  } catch (error) {
    if (error instanceof JiraFailure) return refuse(FAILURES[error.kind]);
    throw error;
  }
}
