import type { Store } from '../types';

type Bind = string | number | bigint | null;

/** A thin, cached face on the embedded database. */
export interface Sql {
  all<T>(text: string, ...args: Bind[]): T[];
  first<T>(text: string, ...args: Bind[]): T | undefined;
  /** Returns the row id of an insert. */
  run(text: string, ...args: Bind[]): number;
  /** All or nothing; a throw rolls back. Not to be nested. */
  atomic<T>(work: () => T): T;
}

/** Statements are prepared once; `get` is avoided because libsql adds its own key to such rows. */
export function createSql(store: Store): Sql {
  const prepared = new Map<string, ReturnType<Store['prepare']>>();
  const statement = (text: string): ReturnType<Store['prepare']> => {
    const known = prepared.get(text);
    if (known) return known;
    const fresh = store.prepare(text);
    prepared.set(text, fresh);
    return fresh;
  };
  const all = <T>(text: string, ...args: Bind[]): T[] => statement(text).all(args) as T[];
  return {
    all,
    first: <T>(text: string, ...args: Bind[]) => all<T>(text, ...args)[0],
    run: (text, ...args) => Number(statement(text).run(args).lastInsertRowid),
    atomic(work) {
      store.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        store.exec('COMMIT');
        return result;
      } catch (problem) {
        store.exec('ROLLBACK');
        throw problem;
      }
    },
  };
}
