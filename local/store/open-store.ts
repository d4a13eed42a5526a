import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { Store } from '../types';

export const STORE_FILE = 'site.db';

/**
 * Opens (or makes) the site's one database file under `directory`.
 * WAL without a sync per write: what was acknowledged survives the death of the process, not of the power.
 * The exclusive lock makes a second site on the same directory fail at once instead of mixing two clocks.
 */
export function openStore(directory: string): Store {
  mkdirSync(directory, { recursive: true });
  const store = new Database(join(directory, STORE_FILE));
  try {
    store.pragma('locking_mode = EXCLUSIVE');
    store.pragma('journal_mode = WAL');
    store.pragma('synchronous = NORMAL');
    store.exec('CREATE TABLE IF NOT EXISTS site_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
    return store;
  } catch (cause) {
    store.close();
    throw new Error(`The data folder ${directory} is in use by another local site, or not a data folder.`, { cause });
  }
}
