/** `Records` over @forge/kvs custom entities. */
import { Filter, FilterConditions, Sort, WhereConditions, kvs } from '@forge/kvs';
import type { Change, Query, QueryPage, RecordKey, Records, StoredRecord } from '#app/ports/records';
import { ENTITIES } from './entities';
import { asFailure, troubleOf } from './kvs-errors';
import { readMany } from './read-many';
import { fromValue, toValue } from './stored-value';

type Value = Record<string, unknown>;
type Condition = ReturnType<InstanceType<typeof Filter<Value>>['and']>;

const hasRev = (rev: number): Condition => new Filter<Value>().and('rev', FilterConditions.equalTo(rev));

function conditionOf(change: Change): { entityName: string; conditions?: Condition } {
  const entityName = change.at.entity;
  if (change.op === 'check' && change.ifAttribute) {
    const { name, value } = change.ifAttribute;
    return { entityName, conditions: new Filter<Value>().and(name, FilterConditions.equalTo(value)) };
  }
  return change.ifRev === undefined ? { entityName } : { entityName, conditions: hasRev(change.ifRev) };
}

function addTo(transaction: ReturnType<typeof kvs.transact>, change: Change): void {
  const entity = conditionOf(change);
  if (change.op === 'set') {
    const ttl = change.ttlSeconds ? { ttl: { value: change.ttlSeconds, unit: 'SECONDS' as const } } : undefined;
    transaction.set(change.at.key, toValue(change.record), entity, ttl);
  } else if (change.op === 'delete') transaction.delete(change.at.key, entity);
  else if (entity.conditions)
    transaction.check(change.at.key, { entityName: entity.entityName, conditions: entity.conditions });
}

async function commit(changes: readonly Change[]): Promise<'done' | 'conflict'> {
  const transaction = kvs.transact();
  for (const change of changes) addTo(transaction, change);
  try {
    await transaction.execute();
    return 'done';
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === 'conflict' || trouble === 'exists') return 'conflict';
    throw asFailure(error);
  }
}

async function create(at: RecordKey, record: StoredRecord, ttlSeconds?: number): Promise<boolean> {
  const ttl = ttlSeconds ? { ttl: { value: ttlSeconds, unit: 'SECONDS' as const } } : {};
  try {
    await kvs.entity<Value>(at.entity).set(at.key, toValue(record), { keyPolicy: 'FAIL_IF_EXISTS', ...ttl });
    return true;
  } catch (error) {
    // Whatever the collision is called: if the record is there, it exists.
    const trouble = troubleOf(error);
    if (trouble === 'exists' || trouble === 'conflict') return false;
    throw asFailure(error);
  }
}

async function removeMany(keys: readonly RecordKey[]): Promise<void> {
  for (let i = 0; i < keys.length; i += 25) {
    const slice = keys.slice(i, i + 25);
    try {
      const answer = await kvs.batchDelete(slice.map((at) => ({ key: at.key, entityName: at.entity })));
      const failed = new Set(answer.failedKeys.map((row) => row.key));
      await removeSingly(slice.filter((at) => failed.has(at.key)));
    } catch {
      await removeSingly(slice);
    }
  }
}

async function removeSingly(keys: readonly RecordKey[]): Promise<void> {
  try {
    await Promise.all(keys.map((at) => kvs.entity<Value>(at.entity).delete(at.key)));
  } catch (error) {
    throw asFailure(error);
  }
}

type Builder = ReturnType<ReturnType<ReturnType<typeof kvs.entity<Value>>['query']>['index']>;

function narrow(builder: Builder, { from, to }: NonNullable<Query['range']>): void {
  if (from !== undefined && to !== undefined) builder.where(between(from, to));
  else if (from !== undefined) builder.where(WhereConditions.greaterThanEqualTo(from));
  else if (to !== undefined) builder.where(WhereConditions.lessThanEqualTo(to));
}

async function query(request: Query): Promise<QueryPage> {
  if (!ENTITIES[request.entity][request.index]) throw new Error(`no index ${request.entity}/${request.index}`);
  const builder = kvs
    .entity<Value>(request.entity)
    .query()
    .index(request.index, { partition: request.partition })
    .sort(request.newestFirst ? Sort.DESC : Sort.ASC)
    .limit(request.limit);
  narrow(builder, request.range ?? {});
  if (request.cursor) builder.cursor(request.cursor);
  try {
    const page = await builder.getMany();
    const rows = page.results.map((row) => ({ key: row.key, record: fromValue(row.value) }));
    return { rows, cursor: page.nextCursor ?? null };
  } catch (error) {
    throw asFailure(error);
  }
}

function between(from: number | string, to: number | string): ReturnType<typeof WhereConditions.between<number>> {
  if (typeof from === 'number' && typeof to === 'number') return WhereConditions.between(from, to);
  return WhereConditions.between(String(from), String(to)) as unknown as ReturnType<
    typeof WhereConditions.between<number>
  >;
}

/** Storage of this installation. */
export const kvsRecords: Records = {
  readMany: (keys, mode) => readMany(keys, mode === 'strict'),
  commit,
  create,
  removeMany,
  query,
};
