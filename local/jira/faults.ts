import type { JiraFault } from '../types';

/** Functions give up on Jira before this; nothing of the site waits longer for an answer that never comes. */
const GIVE_UP_MS = 25_000;

const WORDS: Record<number, string> = {
  403: 'You do not have permission to perform this operation.',
  404: 'Issue does not exist or you do not have permission to see it.',
  429: 'Rate limit exceeded.',
  500: 'Internal server error',
  503: 'Service Unavailable',
};

function answer(status: number): Response {
  const headers: Record<string, string> = { 'content-type': 'application/json;charset=UTF-8' };
  if (status === 429 || status === 503) headers['Retry-After'] = '2';
  if (status === 429) headers['RateLimit-Reason'] = 'jira-burst-based';
  const body = { errorMessages: [WORDS[status] ?? `The request failed with ${status}.`], errors: {} };
  return new Response(status === 204 ? null : JSON.stringify(body), { status, headers });
}

/** What the adversary asked for: an error answer, or silence until 25 s of real time have passed. */
export async function misbehave(fault: JiraFault): Promise<Response> {
  if (!fault.timeout) return answer(fault.status ?? 500);
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('Jira did not answer within 25 s'));
    }, GIVE_UP_MS);
    timer.unref();
  });
}
