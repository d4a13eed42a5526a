import { JiraFailure } from '#app/ports/jira';

/** What a request is worth when its answer is lost: a `create` may have happened, a `read` is simply repeated. */
export type Doing = 'read' | 'write' | 'create';

/** The part of a response this file reads (@forge/api's and the browser's agree on it). */
export interface JiraResponse {
  status: number;
  headers: { get(name: string): string | null };
  text(): Promise<string>;
}

const DEFAULT_WAIT_SECONDS = 5;
const LONGEST_DETAIL = 300;

/** The failure of an answer nobody got: time-out, network, a proxy without an answer. */
export const lostAnswer = (doing: Doing): JiraFailure =>
  new JiraFailure(doing === 'read' ? 'failed' : 'unknown-outcome');

/** Jira's "no" as the app understands it. 404 is missing *or* invisible. Source: Jira's ErrorCollection, jira-facts 4.3. */
export async function failureOf(response: JiraResponse, doing: Doing): Promise<JiraFailure> {
  const details = detailsOf(await safeText(response));
  switch (response.status) {
    case 400:
    case 413:
    case 422:
      return new JiraFailure('fields', details);
    case 401:
    case 403:
      return new JiraFailure('forbidden', details);
    case 404:
      return new JiraFailure('not-found', details);
    case 409:
      return new JiraFailure('busy', details, DEFAULT_WAIT_SECONDS);
    case 429:
      return new JiraFailure('busy', {}, retryAfter(response));
    default:
      return response.status >= 500 ? lostAnswer(doing) : new JiraFailure('failed', details);
  }
}

/** An error thrown by @forge/api (known by its `name`) or the network. Never `instanceof`: two copies of the package may be installed. */
export function failureOfError(error: unknown, doing: Doing): JiraFailure {
  if (error instanceof JiraFailure) return error;
  const { name, status } = (typeof error === 'object' && error !== null ? error : {}) as {
    name?: unknown;
    status?: unknown;
  };
  if (name === 'NEEDS_AUTHENTICATION_ERR') return new JiraFailure('forbidden');
  // The proxy's own refusals never reached Jira.
  if (name === 'PROXY_ERR' && typeof status === 'number') return proxyFailure(status, doing);
  return lostAnswer(doing);
}

function proxyFailure(status: number, doing: Doing): JiraFailure {
  if (status === 401 || status === 403) return new JiraFailure('forbidden');
  if (status === 429) return new JiraFailure('busy', {}, DEFAULT_WAIT_SECONDS);
  return status < 500 ? new JiraFailure('failed') : lostAnswer(doing);
}

function retryAfter(response: JiraResponse): number {
  const seconds = Number(response.headers.get('Retry-After'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : DEFAULT_WAIT_SECONDS;
}

async function safeText(response: JiraResponse): Promise<string> {
  try {
    return await response.text();
  } catch {
    return '';
  }
}

/** Sentences by field id; those of the whole request lie under `issue`. */
function detailsOf(text: string): Record<string, string> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return {};
  }
  if (typeof body !== 'object' || body === null) return {};
  const { errors, errorMessages } = body as { errors?: unknown; errorMessages?: unknown };
  const details: Record<string, string> = {};
  const add = (field: string, sentence: unknown): void => {
    if (typeof sentence === 'string' && sentence !== '') details[field] = sentence.slice(0, LONGEST_DETAIL);
  };
  if (Array.isArray(errorMessages)) add('issue', errorMessages.filter((line) => typeof line === 'string').join(' '));
  if (typeof errors === 'object' && errors !== null)
    for (const [field, sentence] of Object.entries(errors)) add(field, sentence);
  return details;
}
