import type { Store } from '../../types';
import { createAtomically } from './atomically';
import type { EntityType } from './entities';
import { createItemIndex } from './item-index';

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

export type ChangeListener = (space: string, key: string, before: Item | undefined) => void;

export interface ItemStore {
  /** Also what has expired: the caller decides what a reader may still see. */
  read(space: string, key: string): Item | undefined;
  write(space: string, key: string, value: string, now: number, ttlMs?: number): Item;
  remove(space: string, key: string): void;
  /** All or nothing; may be nested. */
  atomically<T>(work: () => T): T;
  /** Everything, for GET /local/api/storage. */
  all(): (Item & { space: string })[];
  /** Called before each change with what was there. */
  onChange(listener: ChangeListener): void;
}

const SCHEMA = `CREATE TABLE IF NOT EXISTS kvs_item (
    space TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    created INTEGER NOT NULL, updated INTEGER NOT NULL, expires INTEGER,
    PRIMARY KEY (space, key)
  )`;

const UPSERT = `INSERT INTO kvs_item VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (space, key) DO UPDATE SET value = excluded.value, updated = excluded.updated, expires = excluded.expires`;

/** Values are at most 240 KiB, usually a few KB. */
const MAX_KNOWN_ITEMS = 5_000;

interface Rows {
  read(space: string, key: string): Item | undefined;
  put(space: string, item: Item): void;
  erase(space: string, key: string): void;
  forget(): void;
}

/** The table, with hot rows in memory: this process alone has the file, so what it saw last is what lies there. */
function createRows(store: Store): Rows {
  const select = store.prepare(
    'SELECT key, value, created, updated, expires FROM kvs_item WHERE space = ? AND key = ?',
  );
  const upsert = store.prepare(UPSERT);
  const erase = store.prepare('DELETE FROM kvs_item WHERE space = ? AND key = ?');
  const known = new Map<string, Item | undefined>();
  const idOf = (space: string, key: string): string => `${space}\n${key}`;
  const remember = (id: string, item: Item | undefined): void => {
    if (known.size >= MAX_KNOWN_ITEMS) known.clear();
    known.set(id, item);
  };
  return {
    read(space, key) {
      const id = idOf(space, key);
      if (!known.has(id)) remember(id, select.get(space, key) as Item | undefined);
      return known.get(id);
    },
    put(space, item) {
      upsert.run(space, item.key, item.value, item.created, item.updated, item.expires);
      remember(idOf(space, item.key), item);
    },
    erase(space, key) {
      erase.run(space, key);
      remember(idOf(space, key), undefined);
    },
    forget: () => known.clear(),
  };
}

/** Items and their index rows in the site's database; synchronous. */
export function createItemStore(store: Store, types: Map<string, EntityType>): ItemStore {
  store.exec(SCHEMA);
  const reindex = createItemIndex(store, types);
  const rows = createRows(store);
  const everything = store.prepare('SELECT * FROM kvs_item ORDER BY space, key');
  const listeners: ChangeListener[] = [];
  const atomically = createAtomically(store, rows.forget);
  const tell: ChangeListener = (...change) => listeners.forEach((listener) => listener(...change));
  return {
    read: rows.read,
    atomically,
    write: (space, key, value, now, ttlMs) =>
      atomically(() => {
        const before = rows.read(space, key);
        tell(space, key, before);
        const expires = ttlMs === undefined ? null : now + ttlMs;
        const item: Item = { key, value, created: before?.created ?? now, updated: now, expires };
        rows.put(space, item);
        reindex(space, key, before?.value, value);
        return item;
      }),
    remove: (space, key) =>
      atomically(() => {
        const before = rows.read(space, key);
        if (!before) return;
        tell(space, key, before);
        rows.erase(space, key);
        reindex(space, key, before.value, undefined);
      }),
    all: () => everything.all() as (Item & { space: string })[],
    onChange: (listener) => void listeners.push(listener),
  };
}
