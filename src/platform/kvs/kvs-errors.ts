import { StorageFailure } from '#app/ports/records';

/** What a failed storage call means. Never `instanceof`: two copies of @forge packages may be installed. */
export type KvsTrouble = 'conflict' | 'exists' | 'throttled' | 'invalid' | 'unavailable';

/** Codes of requests that are wrong in themselves: repeating them cannot help (source: Forge's handling-errors-kvs). */
const INVALID = new Set([
  'KEY_TOO_SHORT',
  'KEY_TOO_LONG',
  'INVALID_KEY',
  'MAX_SIZE',
  'MAX_DEPTH',
  'EMPTY_KEY',
  'ENTITY_TYPE_TOO_SHORT',
  'ENTITY_TYPE_TOO_LARGE',
  'INVALID_ENTITY_TYPE',
  'INVALID_ENTITY_VALUE',
  'INVALID_ENTITY_ATTRIBUTE',
  'INVALID_ENTITY_INDEX',
  'TRANSACTION_OPERATION_LIMIT_EXCEEDED',
  'BATCH_SIZE_EXCEEDED',
]);

interface Answer {
  status: number;
  code: string;
}

function answerOf(error: unknown): Answer {
  if (typeof error !== 'object' || error === null) return { status: 0, code: '' };
  const { code, responseDetails, status } = error as {
    code?: unknown;
    status?: unknown;
    responseDetails?: { status?: unknown };
  };
  const number = responseDetails?.status ?? status;
  return { status: typeof number === 'number' ? number : 0, code: typeof code === 'string' ? code : '' };
}

/**
 * Sorts an error of @forge/kvs. The code of a condition that did not hold is not documented: any 4xx that is neither
 * a limit nor a validation code counts as one.
 */
export function troubleOf(error: unknown): KvsTrouble {
  const { status, code } = answerOf(error);
  if (status === 429 || code === 'TOO_MANY_REQUESTS' || code === 'RATE_LIMIT_EXCEEDED') return 'throttled';
  if (INVALID.has(code)) return 'invalid';
  if (status === 409) return 'exists';
  return status >= 400 && status < 500 ? 'conflict' : 'unavailable';
}

/** The failure the app understands; a request that is wrong in itself is a bug and stays what it is. */
export function asFailure(error: unknown): Error {
  const trouble = troubleOf(error);
  const { status, code } = answerOf(error);
  if (trouble === 'throttled') return new StorageFailure('throttled', `kvs ${status} ${code}`);
  if (trouble === 'unavailable') return new StorageFailure('unavailable', `kvs ${status} ${code}`);
  return error instanceof Error ? error : new Error(`kvs ${status} ${code}`);
}
