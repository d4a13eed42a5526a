import type { Store } from '../../types';
import type { EntityType } from './entities';
import { indexRows, type IndexRow } from './index-rows';

const SCHEMA = `CREATE TABLE IF NOT EXISTS kvs_index (
    space TEXT NOT NULL, name TEXT NOT NULL, partition TEXT NOT NULL, range NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (space, name, partition, range, key)
  ) WITHOUT ROWID`;

/** Replaces what the indexes of `space` say about a key: from its former JSON text to its new one. */
export type Reindex = (space: string, key: string, before: string | undefined, after: string | undefined) => void;

/** The index rows of all entities, kept in one table. */
export function createItemIndex(store: Store, types: Map<string, EntityType>): Reindex {
  store.exec(SCHEMA);
  const add = store.prepare('INSERT OR REPLACE INTO kvs_index VALUES (?, ?, ?, ?, ?)');
  const drop = store.prepare(
    'DELETE FROM kvs_index WHERE space = ? AND name = ? AND partition = ? AND range = ? AND key = ?',
  );

  function rowsOf(space: string, value: string | undefined): IndexRow[] {
    const type = types.get(space);
    if (!type || type.indexes.length === 0 || value === undefined) return [];
    return indexRows(type, JSON.parse(value) as Record<string, unknown>);
  }

  return (space, key, before, after) => {
    for (const row of rowsOf(space, before)) drop.run(space, row.name, row.partition, row.range, key);
    for (const row of rowsOf(space, after)) add.run(space, row.name, row.partition, row.range, key);
  };
}
