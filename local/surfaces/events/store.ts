import type { Store } from '../../types';

/** One product event on its way to one trigger. */
export interface PendingEvent {
  id: number;
  due: number;
  trigger: string;
  /** JSON of a ProductEvent. */
  event: string;
}

export interface EventStore {
  add(due: number, trigger: string, event: string): void;
  first(): PendingEvent | undefined;
  done(id: number): void;
}

const SCHEMA = `CREATE TABLE IF NOT EXISTS product_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT, due INTEGER NOT NULL, trigger TEXT NOT NULL, event TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS product_event_due ON product_event (due, id)`;

/** Product events that survive a restart, in the order in which they arrive. */
export function createEventStore(store: Store): EventStore {
  store.exec(SCHEMA);
  const insert = store.prepare('INSERT INTO product_event (due, trigger, event) VALUES (?, ?, ?)');
  const earliest = store.prepare('SELECT * FROM product_event ORDER BY due, id LIMIT 1');
  const erase = store.prepare('DELETE FROM product_event WHERE id = ?');
  return {
    add: (due, trigger, event) => void insert.run(due, trigger, event),
    first: () => earliest.get() as PendingEvent | undefined,
    done: (id) => void erase.run(id),
  };
}
