import type { BridgeCommand } from '../../types';
import { pageData } from './page-data';

type Answer = { ok: true; value: unknown } | { ok: false; error: string };

/**
 * Sends one bridge command to the site as this page's viewer. Rejects with the handler's message, or as `fetch` does
 * ("Failed to fetch") when there is no network.
 */
export async function callSite(command: Omit<BridgeCommand, 'as'>): Promise<unknown> {
  const response = await fetch('/local/api/bridge', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...command, as: pageData.me.accountId }),
  });
  const answer = (await response.json()) as Answer;
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

/** Jira's REST as this person. Rejects with Jira's own sentences joined, or with the status. */
export async function callJira<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/__jira${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-site-as': pageData.me.accountId },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(refusalOf(text) ?? `Jira answered ${response.status}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The sentences of Jira's ErrorCollection, field errors included. */
function refusalOf(text: string): string | undefined {
  try {
    const { errorMessages = [], errors = {} } = JSON.parse(text) as {
      errorMessages?: string[];
      errors?: Record<string, string>;
    };
    const all = [...errorMessages, ...Object.values(errors)];
    return all.length > 0 ? all.join(' ') : undefined;
  } catch {
    return undefined;
  }
}
