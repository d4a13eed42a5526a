import { batchDelete, batchGet, batchSet, type BatchItem, type FormerItem } from './batch';
import type { KvsContext } from './context';
import { entityType } from './entities';
import { createHistory } from './history';
import { createOverlap } from './overlap';
import { createPager } from './page';
import { queryEntity, queryPlain, type EntityQuery, type PlainQuery } from './query';
import { deleteItem, getItem, setItem, type SingleRequest } from './single';
import { SECRET } from './store';
import { conditionFailed, prepareTransaction, type TransactionRequest } from './transaction';

/** JSON text of the answer, empty for none. */
export type Operations = Record<string, (body: never) => string | Promise<string>>;

/** Under variant U3. */
const BATCH_STALE_MS = 500;

/** Every path of @forge/kvs 1.6.5 and what it does. */
export function createOperations(context: KvsContext): Operations {
  const { variants, adversary, clock, items } = context;
  const query = { page: createPager(context.store), history: createHistory(items, clock.now) };
  const overlapping = createOverlap(() => conditionFailed(context));
  const space = (body: SingleRequest): string => entityType(context.types, body.entityName).name;

  const former: FormerItem = (name, key) => {
    if (!variants.has('batch-stale')) return { found: false, item: undefined };
    const changed = query.history.changedSince(name, clock.now() - adversary.random.next() * BATCH_STALE_MS);
    return { found: changed.has(key), item: changed.get(key) };
  };

  async function transact(request: TransactionRequest): Promise<string> {
    const { touches, commit } = prepareTransaction(context, request);
    if (adversary.options().checkConflicts ?? variants.has('check-conflicts')) await overlapping(touches, commit);
    else commit();
    return '';
  }

  return {
    '/api/v1/get': (body: SingleRequest) => getItem(context, body),
    '/api/v1/set': (body: SingleRequest) => setItem(context, body),
    '/api/v1/delete': (body: SingleRequest) => deleteItem(context, body),
    '/api/v1/secret/get': (body: SingleRequest) => getItem(context, body, SECRET),
    '/api/v1/secret/set': (body: SingleRequest) => setItem(context, body, SECRET),
    '/api/v1/secret/delete': (body: SingleRequest) => deleteItem(context, body, SECRET),
    '/api/v1/query': (body: PlainQuery) => queryPlain(context, body, query),
    '/api/v1/entity/get': (body: SingleRequest) => getItem(context, body, space(body)),
    '/api/v1/entity/set': (body: SingleRequest) => setItem(context, body, space(body)),
    '/api/v1/entity/delete': (body: SingleRequest) => deleteItem(context, body, space(body)),
    '/api/v1/entity/query': (body: EntityQuery) => queryEntity(context, body, query),
    '/api/v1/batch/get': (body: BatchItem[]) => batchGet(context, body, former),
    '/api/v1/batch/set': (body: BatchItem[]) => batchSet(context, body),
    '/api/v1/batch/delete': (body: BatchItem[]) => batchDelete(context, body),
    '/api/v1/transaction': transact,
  };
}
