/** Storage in memory with the semantics of `Records`: what the contract suite holds against the real thing. */
import type {
  Change,
  EntityName,
  Query,
  QueryPage,
  RecordKey,
  Records,
  StoredRecord,
} from '../../src/app/ports/records';
import { StorageFailure, recordName } from '../../src/app/ports/records';

/** Attributes each index is made of: partition, then range. As in manifest.yml. */
const INDEXES: Record<string, { partition: string[]; range: string }> = {
  'team/by-project': { partition: ['projectId'], range: 'name' },
  'retro/by-team': { partition: ['teamId'], range: 'at' },
  'retro/by-project': { partition: ['projectId'], range: 'at' },
  'retro/by-state': { partition: ['state'], range: 'at' },
  'action/by-team': { partition: ['teamId', 'state'], range: 'at' },
  'action/by-issue': { partition: ['issueId'], range: 'at' },
  'action/by-filing': { partition: ['filing'], range: 'at' },
  'reminder/by-queue': { partition: ['queue'], range: 'at' },
};

/** What a test may make the storage do next. */
export interface MemoryFaults {
  /** Called before each commit; 'conflict' refuses it, 'fail' throws before, 'fail-after' after writing. */
  beforeCommit?: (changes: readonly Change[]) => 'conflict' | 'fail' | 'fail-after' | 'throttle' | undefined;
  beforeRead?: (keys: readonly RecordKey[]) => 'fail' | undefined;
  /** Called between reading and returning: lets other work in. */
  pause?: () => Promise<void>;
}

export class MemoryRecords implements Records {
  readonly rows = new Map<string, string>();
  faults: MemoryFaults = {};
  counts = { reads: 0, keysRead: 0, commits: 0, writes: 0, queries: 0 };

  async readMany(keys: readonly RecordKey[], _mode?: 'quick' | 'strict'): Promise<Map<string, StoredRecord>> {
    this.counts.reads += 1;
    this.counts.keysRead += keys.length;
    if (this.faults.beforeRead?.(keys) === 'fail') throw new StorageFailure('unavailable', 'asked to fail');
    const found = new Map<string, StoredRecord>();
    for (const key of keys) {
      const row = this.rows.get(recordName(key));
      if (row !== undefined) found.set(recordName(key), JSON.parse(row) as StoredRecord);
    }
    await this.faults.pause?.();
    return found;
  }

  async commit(changes: readonly Change[]): Promise<'done' | 'conflict'> {
    await this.faults.pause?.();
    const names = changes.map((change) => recordName(change.at));
    if (changes.length > 25 || new Set(names).size !== names.length)
      throw new Error('a transaction takes at most 25 changes, each key once');
    this.counts.commits += 1;
    const fault = this.faults.beforeCommit?.(changes);
    refuseBy(fault);
    if (fault === 'conflict' || !changes.every((change) => this.holds(change))) return 'conflict';
    for (const change of changes) this.apply(change);
    if (fault === 'fail-after') throw new StorageFailure('unavailable', 'asked to fail after the commit');
    return 'done';
  }

  async create(at: RecordKey, record: StoredRecord): Promise<boolean> {
    await this.faults.pause?.();
    if (this.rows.has(recordName(at))) return false;
    this.apply({ op: 'set', at, record });
    return true;
  }

  async removeMany(keys: readonly RecordKey[]): Promise<void> {
    for (const key of keys) this.rows.delete(recordName(key));
  }

  async query(query: Query): Promise<QueryPage> {
    this.counts.queries += 1;
    const index = INDEXES[`${query.entity}/${query.index}`];
    if (!index) throw new Error(`no index ${query.entity}/${query.index}`);
    const rows = this.all(query.entity).filter(
      ({ record }) =>
        index.partition.every((name, i) => record.attributes[name] === query.partition[i]) &&
        inRange(record.attributes[index.range], query.range),
    );
    rows.sort(
      (a, b) => compare(a.record.attributes[index.range], b.record.attributes[index.range]) || compare(a.key, b.key),
    );
    if (query.newestFirst) rows.reverse();
    const start = query.cursor ? Number(query.cursor) : 0;
    const page = rows.slice(start, start + query.limit);
    return { rows: page, cursor: start + query.limit < rows.length ? String(start + query.limit) : null };
  }

  /** Every stored record of an entity: for tests that look at the database itself. */
  all(entity: EntityName): { key: string; record: StoredRecord }[] {
    const prefix = `${entity}/`;
    return [...this.rows]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, row]) => ({ key: name.slice(prefix.length), record: JSON.parse(row) as StoredRecord }));
  }

  private holds(change: Change): boolean {
    const row = this.rows.get(recordName(change.at));
    const record = row === undefined ? undefined : (JSON.parse(row) as StoredRecord);
    if (change.op === 'check' && change.ifAttribute)
      if (record?.attributes[change.ifAttribute.name] !== change.ifAttribute.value) return false;
    return change.ifRev === undefined || record?.rev === change.ifRev;
  }

  private apply(change: Change): void {
    if (change.op === 'check') return;
    this.counts.writes += 1;
    if (change.op === 'delete') this.rows.delete(recordName(change.at));
    else this.rows.set(recordName(change.at), JSON.stringify(change.record));
  }
}

function refuseBy(fault: string | undefined): void {
  if (fault === 'fail') throw new StorageFailure('unavailable', 'asked to fail');
  if (fault === 'throttle') throw new StorageFailure('throttled', 'asked to throttle');
}

type Scalar = string | number | boolean | undefined;

function compare(a: Scalar, b: Scalar): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

const inRange = (value: Scalar, range: Query['range']): boolean =>
  (range?.from === undefined || compare(value, range.from) >= 0) &&
  (range?.to === undefined || compare(value, range.to) <= 0);
