/** Quick reads as Forge may answer them: each key for itself, now and then a moment behind, or not at all for now. */
import { StorageFailure, recordName } from '../../src/app/ports/records';
import type { StoredRecord } from '../../src/app/ports/records';
import type { MemoryRecords } from './memory-records';

/** A change older than this is seen by every read. Milliseconds. */
export const BEHIND_MS = 2000;

interface Chances {
  now(): number;
  limited(): boolean;
  stale(): boolean;
}

/** Lets reads in `quick` mode answer what a record was before its last change, and reads of any mode be refused. */
export function makeReadsStale(records: MemoryRecords, chances: Chances): void {
  const before = new Map<string, { row: string | undefined; until: number }>();
  const commit = records.commit.bind(records);
  records.commit = async (changes) => {
    const rows = changes.map(({ at }) => [recordName(at), records.rows.get(recordName(at))] as const);
    try {
      return await commit(changes);
    } finally {
      for (const [name, row] of rows)
        if (records.rows.get(name) !== row) before.set(name, { row, until: chances.now() + BEHIND_MS });
    }
  };
  const readMany = records.readMany.bind(records);
  records.readMany = async (keys, mode = 'quick') => {
    if (chances.limited()) throw new StorageFailure('throttled', 'asked to throttle');
    const found = await readMany(keys, mode);
    if (mode === 'strict') return found;
    for (const name of keys.map(recordName)) {
      const old = before.get(name);
      if (!old || old.until < chances.now() || !chances.stale()) continue;
      if (old.row === undefined) found.delete(name);
      else found.set(name, JSON.parse(old.row) as StoredRecord);
    }
    return found;
  };
}
