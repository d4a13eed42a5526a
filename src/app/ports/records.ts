/** Storage as the app needs it: single records with a revision, changed together under conditions. Source of the semantics: Forge custom entities. */

/** The kinds of records, as manifest.yml declares them. */
export type EntityName = 'live' | 'team' | 'retro' | 'action' | 'reminder' | 'sweep';

export interface RecordKey {
  entity: EntityName;
  key: string;
}

/** What an index needs beside the body: declared attributes of the entity. Strings, 32-bit integers, booleans. */
export type Attributes = Record<string, string | number | boolean>;

export interface StoredRecord {
  /** Raised by one with every change; the condition of the next. */
  rev: number;
  body: unknown;
  attributes: Attributes;
}

export type Change =
  /** Writes the record if it still has revision `ifRev`; without `ifRev` unconditionally (new, unique keys only). */
  | { op: 'set'; at: RecordKey; ifRev?: number; record: StoredRecord; ttlSeconds?: number }
  | { op: 'delete'; at: RecordKey; ifRev?: number }
  /** Changes nothing; the whole fails unless the record has this revision, or this attribute value. */
  | { op: 'check'; at: RecordKey; ifRev?: number; ifAttribute?: { name: string; value: string | number | boolean } };

export interface QueryPage {
  rows: { key: string; record: StoredRecord }[];
  cursor: string | null;
}

export interface Query {
  entity: EntityName;
  index: string;
  partition: (string | number | boolean)[];
  /** On the index's range attribute, both ends included. */
  range?: { from?: number | string; to?: number | string };
  newestFirst?: boolean;
  limit: number;
  cursor?: string;
}

/** Storage does not answer, or not for now (`throttled`): nothing is known to have changed, except after a `commit`. */
export class StorageFailure extends Error {
  constructor(
    readonly kind: 'unavailable' | 'throttled',
    message: string,
  ) {
    super(message);
    this.name = 'StorageFailure';
  }
}

export interface Records {
  /**
   * Missing records are absent from the map; one that cannot be read is a `StorageFailure`, never "missing". 25 are one
   * request. `quick` (the default) may be a moment behind; `strict` is not, and costs a request each: after a conflict.
   */
  readMany(keys: readonly RecordKey[], mode?: 'quick' | 'strict'): Promise<Map<string, StoredRecord>>;
  /** All or nothing, at most 25 changes, each key once. `conflict`: a condition did not hold, nothing was changed. */
  commit(changes: readonly Change[]): Promise<'done' | 'conflict'>;
  /** Writes a record that must not exist. False: it exists, nothing was changed. */
  create(at: RecordKey, record: StoredRecord, ttlSeconds?: number): Promise<boolean>;
  /** Best effort, unconditional, any number of keys. */
  removeMany(keys: readonly RecordKey[]): Promise<void>;
  /** Eventually consistent: what was just written may be late. */
  query(query: Query): Promise<QueryPage>;
}

/** The name under which `readMany` answers a record. */
export const recordName = (at: RecordKey): string => `${at.entity}/${at.key}`;
