import type { Answer } from '#contract/api';
import { refuse } from '#domain/result';
import type { App } from '../app';
import { StorageFailure } from '../ports/records';

/** A query whose storage fails answers a refusal a person can read, never an empty state. */
export async function withStorage<T>(app: App, work: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error;
    app.log('storage-failure', { kind: error.kind });
    return refuse(error.kind === 'throttled' ? 'storage/throttled' : 'storage/unavailable');
  }
}
