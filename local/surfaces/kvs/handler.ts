import { batchDelete, batchGet, batchSet, type BatchItem, type FormerItem } from './batch';
import { type KvsContext, type KvsDeps } from './context';
import { createHistory } from './history';
import { KvsError } from './kvs-error';
import { createPager } from './page';
import { queryEntity, queryPlain, type EntityQuery, type PlainQuery } from './query';
import { createQuota } from './quota';
import { deleteItem, getItem, setItem, type SingleRequest } from './single';
import { createItemStore, SECRET } from './store';
import { conditionFailed, prepareTransaction, type TransactionRequest } from './transaction';

export interface Kvs {
  /** One POST of @forge/kvs: path `/api/v1/...` and its JSON body. */
  handle(path: string, body: string): Promise<Response>;
  /** Every stored item, values parsed. */
  dump(): { entity?: string; key: string; value: unknown; createdAt: number; updatedAt: number; expireTime?: string; secret?: true }[];
}

const WRITES = /(?:set|delete|transaction)$/;
const MIN_OVERLAP_MS = 2;
const BATCH_STALE_MS = 500;

const sleep = (ms: number): Promise<void> => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve());

function errorReply(error: KvsError): Response {
  const headers = { 'content-type': 'application/json' };
  return new Response(JSON.stringify({ code: error.code, message: error.message }), { status: error.status, headers });
}

/** The strictly consistent, conditional, limited, billed key-value store of one installation. */
export function createKvs(deps: KvsDeps): Kvs {
  const items = createItemStore(deps.store, deps.types);
  const context: KvsContext = { ...deps, items, quota: createQuota(deps) };
  const query = { page: createPager(deps.store), history: createHistory(items, deps.clock.now) };
  const inFlight = new Map<string, number>();

  const former: FormerItem = (space, key) => {
    if (!deps.variants.has('batch-stale')) return { found: false, item: undefined };
    const changed = query.history.changedSince(space, deps.clock.now() - deps.adversary.random.next() * BATCH_STALE_MS);
    return { found: changed.has(key), item: changed.get(key) };
  };

  async function overlapping(ids: string[], commit: () => void): Promise<void> {
    if (ids.some((id) => inFlight.has(id))) throw conditionFailed(context);
    for (const id of ids) inFlight.set(id, 1);
    try {
      await sleep(MIN_OVERLAP_MS);
      commit();
    } finally {
      for (const id of ids) inFlight.delete(id);
    }
  }

  async function transaction(request: TransactionRequest): Promise<string> {
    const { touches, commit } = prepareTransaction(context, request);
    const conflicts = deps.adversary.options().checkConflicts ?? deps.variants.has('check-conflicts');
    if (conflicts) await overlapping(touches.map(({ id }) => id), commit);
    else commit();
    return '';
  }

  const operations: Record<string, (body: never) => string | Promise<string>> = {
    '/api/v1/get': (body: SingleRequest) => getItem(context, body),
    '/api/v1/set': (body: SingleRequest) => setItem(context, body),
    '/api/v1/delete': (body: SingleRequest) => deleteItem(context, body),
    '/api/v1/secret/get': (body: SingleRequest) => getItem(context, body, SECRET),
    '/api/v1/secret/set': (body: SingleRequest) => setItem(context, body, SECRET),
    '/api/v1/secret/delete': (body: SingleRequest) => deleteItem(context, body, SECRET),
    '/api/v1/query': (body: PlainQuery) => queryPlain(context, body, query),
    '/api/v1/entity/get': (body: SingleRequest) => getItem(context, body, requireEntity(body)),
    '/api/v1/entity/set': (body: SingleRequest) => setItem(context, body, requireEntity(body)),
    '/api/v1/entity/delete': (body: SingleRequest) => deleteItem(context, body, requireEntity(body)),
    '/api/v1/entity/query': (body: EntityQuery) => queryEntity(context, body, query),
    '/api/v1/batch/get': (body: BatchItem[]) => batchGet(context, body, former),
    '/api/v1/batch/set': (body: BatchItem[]) => batchSet(context, body),
    '/api/v1/batch/delete': (body: BatchItem[]) => batchDelete(context, body),
    '/api/v1/transaction': transaction,
  };

  function requireEntity(body: SingleRequest): string {
    const name = String(body.entityName);
    if (!deps.types.has(name)) throw new KvsError(400, 'INVALID_ENTITY_TYPE', `Entity type ${name} is not declared in the manifest.`);
    return name;
  }

  async function perform(path: string, body: string): Promise<Response> {
    const operation = operations[path];
    if (!operation) throw new KvsError(501, 'NOT_IMPLEMENTED', `The local site has no storage operation ${path}.`);
    context.quota.request();
    const answer = await operation(JSON.parse(body) as never);
    if (WRITES.test(path) && deps.adversary.random.chance(deps.adversary.options().failAfterCommit)) {
      throw new KvsError(500, 'INTERNAL_SERVER_ERROR', 'The storage failed after it had committed (adversary).');
    }
    return new Response(answer, { status: 200, headers: { 'content-type': 'application/json' } });
  }

  return {
    async handle(path, body) {
      await sleep(deps.adversary.latency('storageMs'));
      try {
        return await perform(path, body);
      } catch (error) {
        if (error instanceof KvsError) return errorReply(error);
        throw error;
      }
    },
    dump: () =>
      items.all().map(({ space, key, value, created, updated, expires }) => ({
        ...(space.startsWith('$') ? {} : { entity: space }),
        ...(space === SECRET ? { secret: true as const } : {}),
        key,
        value: JSON.parse(value) as unknown,
        createdAt: created,
        updatedAt: updated,
        ...(expires === null ? {} : { expireTime: new Date(expires).toISOString() }),
      })),
  };
}
