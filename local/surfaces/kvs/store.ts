import type { Store } from '../../types';
import { indexRows, type IndexRow } from './index-rows';
import type { EntityType } from './entities';

/** Namespace of plain keys; secrets and each entity have their own. Entity names never begin with `$`. */
export const PLAIN = '$plain';
export const SECRET = '$secret';

export interface Item {
  key: string;
  /** JSON text as it was stored. */
  value: string;
  created: number;
  updated: number;
  /** Site milliseconds, null for ever. */
  expires: number | null;
}

export interface ItemStore {
  /** Also what has expired: the caller decides what a reader may still see. */
  read(space: string, key: string): Item | undefined;
  write(space: string, key: string, value: string, now: number, ttlMs?: number): Item;
  remove(space: string, key: string): void;
  atomically<T>(work: () => T): T;
  /** Everything, for GET /local/api/storage. */
  all(): (Item & { space: string })[];
  /** Called before each change with what was there. */
  onChange(listener: (space: string, key: string, before: Item | undefined) => void): void;
}

/** Values are at most 240 KiB, usually a few KB. */
const MAX_KNOWN_ITEMS = 5_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS kvs_item (
    space TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    created INTEGER NOT NULL, updated INTEGER NOT NULL, expires INTEGER,
    PRIMARY KEY (space, key)
  );
  CREATE TABLE IF NOT EXISTS kvs_index (
    space TEXT NOT NULL, name TEXT NOT NULL, partition TEXT NOT NULL, range NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (space, name, partition, range, key)
  ) WITHOUT ROWID;`;

const UPSERT = `INSERT INTO kvs_item VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (space, key) DO UPDATE SET value = excluded.value, updated = excluded.updated, expires = excluded.expires`;

/** Items and their index rows in the site's database; synchronous, one row an item. */
export function createItemStore(store: Store, types: Map<string, EntityType>): ItemStore {
  store.exec(SCHEMA);
  const select = store.prepare('SELECT key, value, created, updated, expires FROM kvs_item WHERE space = ? AND key = ?');
  const upsert = store.prepare(UPSERT);
  const erase = store.prepare('DELETE FROM kvs_item WHERE space = ? AND key = ?');
  const addRow = store.prepare('INSERT OR REPLACE INTO kvs_index VALUES (?, ?, ?, ?, ?)');
  const dropRow = store.prepare('DELETE FROM kvs_index WHERE space = ? AND name = ? AND partition = ? AND range = ? AND key = ?');
  const everything = store.prepare('SELECT * FROM kvs_item ORDER BY space, key');
  const listeners: ((space: string, key: string, before: Item | undefined) => void)[] = [];

  // This process alone has the file, so what was read or written last is what lies there.
  const known = new Map<string, Item | undefined>();

  function remember(space: string, key: string, item: Item | undefined): Item | undefined {
    if (known.size >= MAX_KNOWN_ITEMS) known.clear();
    known.set(`${space}\n${key}`, item);
    return item;
  }

  function read(space: string, key: string): Item | undefined {
    const id = `${space}\n${key}`;
    return known.has(id) ? known.get(id) : remember(space, key, select.get(space, key) as Item | undefined);
  }

  function rowsOf(space: string, value: string | undefined): IndexRow[] {
    const type = types.get(space);
    return type && type.indexes.length > 0 && value !== undefined ? indexRows(type, JSON.parse(value) as Record<string, unknown>) : [];
  }

  function reindex(space: string, key: string, before: string | undefined, after: string | undefined): void {
    for (const row of rowsOf(space, before)) dropRow.run(space, row.name, row.partition, row.range, key);
    for (const row of rowsOf(space, after)) addRow.run(space, row.name, row.partition, row.range, key);
  }

  let depth = 0;
  function atomically<T>(work: () => T): T {
    if (depth > 0) return work();
    depth += 1;
    store.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      store.exec('COMMIT');
      return result;
    } catch (error) {
      store.exec('ROLLBACK');
      known.clear();
      throw error;
    } finally {
      depth -= 1;
    }
  }

  return {
    read,
    atomically,
    write: (space, key, value, now, ttlMs) =>
      atomically(() => {
        const before = read(space, key);
        for (const listener of listeners) listener(space, key, before);
        const item: Item = { key, value, created: before?.created ?? now, updated: now, expires: ttlMs === undefined ? null : now + ttlMs };
        upsert.run(space, key, value, item.created, now, item.expires);
        reindex(space, key, before?.value, value);
        remember(space, key, item);
        return item;
      }),
    remove(space, key) {
      atomically(() => {
        const before = read(space, key);
        if (!before) return;
        for (const listener of listeners) listener(space, key, before);
        erase.run(space, key);
        remember(space, key, undefined);
        reindex(space, key, before.value, undefined);
      });
    },
    all: () => everything.all() as (Item & { space: string })[],
    onChange: (listener) => void listeners.push(listener),
  };
}
