import type { KvsContext, KvsDeps } from './context';
import { KvsError } from './kvs-error';
import { createOperations } from './operations';
import { createQuota } from './quota';
import { createItemStore, SECRET } from './store';

/** One stored item as GET /local/api/storage shows it. */
export interface StoredItem {
  entity?: string;
  secret?: true;
  key: string;
  value: unknown;
  createdAt: number;
  updatedAt: number;
  expireTime?: string;
}

export interface Kvs {
  /** One POST of @forge/kvs: path `/api/v1/...` and its JSON body. */
  handle(path: string, body: string): Promise<Response>;
  dump(): StoredItem[];
}

const WRITES = /(?:set|delete|transaction)$/;
const JSON_TYPE = { 'content-type': 'application/json' };

const sleep = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();

function errorReply({ code, message, status }: KvsError): Response {
  return new Response(JSON.stringify({ code, message }), { status, headers: JSON_TYPE });
}

function dump(context: KvsContext): StoredItem[] {
  return context.items.all().map(({ space, key, value, created, updated, expires }) => ({
    ...(space.startsWith('$') ? {} : { entity: space }),
    ...(space === SECRET ? { secret: true as const } : {}),
    key,
    value: JSON.parse(value) as unknown,
    createdAt: created,
    updatedAt: updated,
    ...(expires === null ? {} : { expireTime: new Date(expires).toISOString() }),
  }));
}

/** The strictly consistent, conditional, limited, billed key-value store of one installation. */
export function createKvs(deps: KvsDeps): Kvs {
  const { adversary } = deps;
  const context: KvsContext = { ...deps, items: createItemStore(deps.store, deps.types), quota: createQuota(deps) };
  const operations = createOperations(context);

  async function perform(path: string, body: string): Promise<Response> {
    const operation = operations[path];
    if (!operation) throw new KvsError(501, 'NOT_IMPLEMENTED', `The local site has no storage operation ${path}.`);
    context.quota.request();
    const answer = await operation(JSON.parse(body) as never);
    if (WRITES.test(path) && adversary.random.chance(adversary.options().failAfterCommit)) {
      throw new KvsError(500, 'INTERNAL_SERVER_ERROR', 'The storage failed after it had committed (adversary).');
    }
    return new Response(answer, { status: 200, headers: JSON_TYPE });
  }

  return {
    async handle(path, body) {
      await sleep(adversary.latency('storageMs'));
      try {
        return await perform(path, body);
      } catch (error) {
        if (error instanceof KvsError) return errorReply(error);
        throw error;
      }
    },
    dump: () => dump(context),
  };
}
