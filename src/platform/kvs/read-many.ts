/**
 * The only place that knows how many records are read together. `batchGet` is one request and one unit, but best
 * effort, possibly stale and possibly limited (45 a minute on one of Atlassian's pages); `get` is strictly consistent.
 */
import { kvs } from '@forge/kvs';
import type { RecordKey, StoredRecord } from '#app/ports/records';
import { recordName } from '#app/ports/records';
import { asFailure } from './kvs-errors';
import { fromValue } from './stored-value';

const BATCH_MAX = 25;

async function readOne(at: RecordKey): Promise<StoredRecord | undefined> {
  try {
    const value = await kvs.entity<Record<string, unknown>>(at.entity).get(at.key);
    // The platform answers a missing record with an error the package swallows; some answers come as an empty object.
    return value && typeof value['rev'] === 'number' ? fromValue(value) : undefined;
  } catch (error) {
    throw asFailure(error);
  }
}

async function readSingly(keys: readonly RecordKey[], into: Map<string, StoredRecord>): Promise<void> {
  const records = await Promise.all(keys.map(readOne));
  keys.forEach((key, i) => {
    const record = records[i];
    if (record) into.set(recordName(key), record);
  });
}

async function readBatch(keys: readonly RecordKey[], into: Map<string, StoredRecord>): Promise<void> {
  let missed: readonly RecordKey[] = keys;
  try {
    const answer = await kvs.batchGet<Record<string, unknown>>(
      keys.map((at) => ({ key: at.key, entityName: at.entity })),
    );
    for (const row of answer.successfulKeys)
      if (row.value && row.entityName) into.set(`${row.entityName}/${row.key}`, fromValue(row.value));
    missed = keys.filter((at) => !into.has(recordName(at)));
  } catch {
    // Refused as a whole: the single reads below say what is wrong, if anything is.
  }
  // A key that failed, or that a late replica does not know yet, is read again: never taken for empty.
  if (missed.length > 0) await readSingly(missed, into);
}

/** Records by name; missing ones are absent. `strict` reads each by itself, strictly consistent. Throws `StorageFailure`. */
export async function readMany(keys: readonly RecordKey[], strict: boolean): Promise<Map<string, StoredRecord>> {
  const found = new Map<string, StoredRecord>();
  if (strict || keys.length === 1) {
    await readSingly(keys, found);
    return found;
  }
  const batches: RecordKey[][] = [];
  for (let i = 0; i < keys.length; i += BATCH_MAX) batches.push(keys.slice(i, i + BATCH_MAX));
  await Promise.all(batches.map((batch) => readBatch(batch, found)));
  return found;
}
