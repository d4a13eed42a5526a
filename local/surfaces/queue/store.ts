import type { Store } from '../../types';

/** One event that waits for its consumer. */
export interface QueuedEvent {
  id: number;
  due: number;
  queue: string;
  jobId: string;
  eventId: string;
  /** JSON of the pushed event: `{body, delayInSeconds?, concurrency?}`. */
  event: string;
  pushed: number;
  attempt: number;
  retryData: string | null;
}

export interface QueueStore {
  add(event: Omit<QueuedEvent, 'id'>): void;
  first(): QueuedEvent | undefined;
  done(id: number): void;
  later(id: number, due: number, attempt: number, retryData: string | null): void;
  waiting(jobId: string): number;
  cancel(jobId: string): number;
}

const SCHEMA = `CREATE TABLE IF NOT EXISTS queue_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT, due INTEGER NOT NULL, queue TEXT NOT NULL, jobId TEXT NOT NULL, eventId TEXT NOT NULL,
  event TEXT NOT NULL, pushed INTEGER NOT NULL, attempt INTEGER NOT NULL, retryData TEXT);
  CREATE INDEX IF NOT EXISTS queue_event_due ON queue_event (due, id)`;

/** Events that survive a restart, in the order of their due time. */
export function createQueueStore(store: Store): QueueStore {
  store.exec(SCHEMA);
  const insert = store.prepare(
    'INSERT INTO queue_event (due, queue, jobId, eventId, event, pushed, attempt, retryData) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const earliest = store.prepare('SELECT * FROM queue_event ORDER BY due, id LIMIT 1');
  const erase = store.prepare('DELETE FROM queue_event WHERE id = ?');
  const postpone = store.prepare('UPDATE queue_event SET due = ?, attempt = ?, retryData = ? WHERE id = ?');
  const count = store.prepare('SELECT count(*) AS waiting FROM queue_event WHERE jobId = ?');
  const eraseJob = store.prepare('DELETE FROM queue_event WHERE jobId = ?');
  return {
    add: (event) =>
      void insert.run(
        event.due,
        event.queue,
        event.jobId,
        event.eventId,
        event.event,
        event.pushed,
        event.attempt,
        event.retryData,
      ),
    first: () => earliest.get() as QueuedEvent | undefined,
    done: (id) => void erase.run(id),
    later: (id, due, attempt, retryData) => void postpone.run(due, attempt, retryData, id),
    waiting: (jobId) => (count.get(jobId) as { waiting: number }).waiting,
    cancel: (jobId) => eraseJob.run(jobId).changes,
  };
}
