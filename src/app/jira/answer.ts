import type { Answer } from '#contract/api';
import type { Refusal, RefusalCode } from '#domain/refusal';
import type { App } from '../app';
import { JiraFailure } from '../ports/jira';
import { withStorage } from '../queries/with-storage';

const CODES: Record<JiraFailure['kind'], RefusalCode> = {
  fields: 'jira/fields',
  forbidden: 'jira/forbidden',
  'not-found': 'access/not-found',
  busy: 'jira/busy',
  'unknown-outcome': 'jira/unknown-outcome',
  failed: 'jira/failed',
};

/** Jira's "no" as a refusal a person can read; details name fields, or the seconds to wait. */
export function refusalOfJira(failure: JiraFailure): { ok: false; refusal: Refusal } {
  const wait: Record<string, string> =
    failure.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: String(failure.retryAfterSeconds) };
  return { ok: false, refusal: { code: CODES[failure.kind], details: { ...failure.details, ...wait } } };
}

/** A use case whose storage or Jira fails answers a refusal, never a stack trace. */
export async function answering<T>(app: App, work: () => Promise<Answer<T>>): Promise<Answer<T>> {
  return withStorage(app, async () => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof JiraFailure)) throw error;
      app.log('jira-failure', { kind: error.kind });
      return refusalOfJira(error);
    }
  });
}
