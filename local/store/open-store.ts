import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { Store } from '../types';
import { lockDirectory } from './directory-lock';

const STORE_FILE = 'site.db';

export interface OpenStore {
  store: Store;
  close(): void;
}

/**
 * Opens (or makes) the site's one database file under `directory`, for this process alone.
 * WAL without a sync per write: what was acknowledged survives the death of the process, not of the power.
 */
export function openStore(directory: string): OpenStore {
  mkdirSync(directory, { recursive: true });
  const release = lockDirectory(directory);
  const store = new Database(join(directory, STORE_FILE));
  store.pragma('journal_mode = WAL');
  store.pragma('synchronous = NORMAL');
  store.exec('CREATE TABLE IF NOT EXISTS site_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
  return {
    store,
    close() {
      store.close();
      release();
    },
  };
}

/** Deletes the database of a directory, and nothing else that may lie there. Throws when a site is using it. */
export function forgetStore(directory: string): void {
  mkdirSync(directory, { recursive: true });
  const release = lockDirectory(directory);
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(directory, STORE_FILE + suffix), { force: true });
  release();
}
