/** A refusal of the store with the platform's code; becomes `{code, message}` and the status. */
export class KvsError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'KvsError';
  }
}

/** 400 with a code of https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs/ */
export const invalid = (code: string, message: string): KvsError => new KvsError(400, code, message);

export const keyNotFound = (key: string): KvsError => new KvsError(404, 'KEY_NOT_FOUND', `Key ${key} not found.`);

/** The platform's answer to too many requests. */
export const rateLimited = (): KvsError =>
  new KvsError(429, 'RATE_LIMIT_EXCEEDED', 'Too many requests: the rate limit of this installation is exceeded.');
