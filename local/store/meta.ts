import type { Store } from '../types';

/** Small facts of the site that outlive a restart (clock offset, token key, last tick). JSON values. */
export interface Meta {
  read<T>(name: string, fallback: T): T;
  write(name: string, value: unknown): void;
}

/** The site_meta table of the store. */
export function createMeta(store: Store): Meta {
  const select = store.prepare('SELECT value FROM site_meta WHERE name = ?');
  const upsert = store.prepare(
    'INSERT INTO site_meta VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value',
  );
  return {
    read<T>(name: string, fallback: T): T {
      const row = select.get(name) as { value: string } | undefined;
      return row ? (JSON.parse(row.value) as T) : fallback;
    },
    write(name, value) {
      upsert.run(name, JSON.stringify(value));
    },
  };
}
