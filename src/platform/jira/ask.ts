import type { APIResponse } from '@forge/api';
import { JiraFailure } from '#app/ports/jira';
import type { Doing } from './jira-errors';
import { failureOf, failureOfError, lostAnswer } from './jira-errors';

/** A resolver lives 25 s: reads give up early enough for what comes after them. */
const TIMEOUT_MS: Record<Doing, number> = { read: 8_000, write: 10_000, create: 15_000 };

export const JSON_HEADERS = { Accept: 'application/json', 'Content-Type': 'application/json' };

/**
 * Sends one request and gives up after its time. Any answer but 2xx, and none at all, is a `JiraFailure`. The timer
 * stands beside the signal because nothing promises that the platform's fetch heeds one.
 */
export async function ask(doing: Doing, send: (signal: AbortSignal) => Promise<APIResponse>): Promise<APIResponse> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(lostAnswer(doing));
      controller.abort();
    }, TIMEOUT_MS[doing]);
  });
  let response: APIResponse;
  try {
    response = await Promise.race([send(controller.signal), tooLate]);
  } catch (error) {
    throw failureOfError(error, doing);
  } finally {
    clearTimeout(timer);
  }
  if (response.status >= 200 && response.status < 300) return response;
  throw await failureOf(response, doing);
}

/** The JSON of an answer; an answer that is none counts as lost. */
export async function askJson(doing: Doing, send: (signal: AbortSignal) => Promise<APIResponse>): Promise<unknown> {
  const response = await ask(doing, send);
  try {
    return await response.json();
  } catch (error) {
    throw failureOfError(error, doing);
  }
}

/** The value, or null where Jira shows none to whoever asks. */
export async function unlessHidden<T>(value: Promise<T>): Promise<T | null> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof JiraFailure && (error.kind === 'not-found' || error.kind === 'forbidden')) return null;
    throw error;
  }
}
