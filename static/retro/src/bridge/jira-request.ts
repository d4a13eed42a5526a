import { requestJira } from '@forge/bridge';

/** Jira did not answer as hoped. `status`: HTTP, 0 for no answer. */
export class JiraUnreachable extends Error {
  constructor(readonly status: number) {
    super(`jira answered ${status}`);
    this.name = 'JiraUnreachable';
  }
}

/** Asks Jira's REST API as the viewer; costs no points. Rejects with `JiraUnreachable` unless the answer is 2xx. */
export async function askJira(path: string, body?: object): Promise<unknown> {
  const headers = { Accept: 'application/json', ...(body ? { 'Content-Type': 'application/json' } : {}) };
  const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
  const answer = await requestJira(path, init).catch(() => undefined);
  if (!answer?.ok) throw new JiraUnreachable(answer?.status ?? 0);
  return answer.json();
}
