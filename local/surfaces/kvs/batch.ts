import { PRICES } from '../../host/prices';
import { alive, itemJson, jsonFor, sizeOf, spaceOf, type KvsContext } from './context';
import { invalid, KvsError, keyNotFound } from './kvs-error';
import { KVS_LIMITS } from './limits';
import type { ItemSize } from './quota';
import type { Item } from './store';
import { validKey, validTtl } from './validate';

export interface BatchItem {
  key: unknown;
  value?: unknown;
  entityName?: string;
  options?: { ttl?: unknown; metadataFields?: string[] };
}

/** Set by createKvs: what a strictly consistent read would not return any more (variant batch-stale). */
export type FormerItem = (space: string, key: string) => { found: boolean; item: Item | undefined };

interface Outcome {
  successful: string[];
  failed: string[];
}

/** Refuses empty, oversized and repeating batches as a whole. */
export function checkBatch(items: { key: unknown; entityName?: unknown }[], maximum: number, code: string): void {
  if (!Array.isArray(items) || items.length === 0) throw invalid('EMPTY_BATCH', 'At least one item is needed.');
  if (items.length > maximum) throw invalid(code, `At most ${maximum} items are allowed.`);
  const distinct = new Set(items.map((item) => `${String(item.entityName)}\n${String(item.key)}`));
  if (distinct.size !== items.length) throw invalid('DUPLICATE_KEY', 'A key may be used once.');
  if (Buffer.byteLength(JSON.stringify(items)) > KVS_LIMITS.MAX_REQUEST_BYTES)
    throw invalid('MAX_SIZE', 'The request is larger than 4 MB.');
}

function labelled(item: BatchItem): string {
  return item.entityName === undefined ? '' : `,"entityName":${JSON.stringify(item.entityName)}`;
}

/** Each item for itself: what the platform refuses goes to failedKeys with its code. */
function eachItem(items: BatchItem[], work: (item: BatchItem) => string): Outcome {
  const outcome: Outcome = { successful: [], failed: [] };
  for (const item of items) {
    try {
      const done = work(item);
      if (done !== '') outcome.successful.push(done);
    } catch (error) {
      if (!(error instanceof KvsError)) throw error;
      outcome.failed.push(
        `{"key":${JSON.stringify(item.key)}${labelled(item)},"error":${JSON.stringify({ code: error.code, message: error.message })}}`,
      );
    }
  }
  return outcome;
}

function answer(context: KvsContext, { successful, failed }: Outcome): string {
  if (context.variants.has('batch-shuffled')) successful.sort(() => context.adversary.random.next() - 0.5);
  return `{"successfulKeys":[${successful.join(',')}],"failedKeys":[${failed.join(',')}]}`;
}

const done = (item: BatchItem): string => `{"key":${JSON.stringify(item.key)}${labelled(item)}}`;

/** Up to 25 keys in one request, billed once. */
export function batchGet(context: KvsContext, items: BatchItem[], former: FormerItem): string {
  checkBatch(items, KVS_LIMITS.MAX_BATCH_KEYS, 'BATCH_SIZE_EXCEEDED');
  context.quota.batch();
  const sizes: ItemSize[] = [];
  const outcome = eachItem(items, (request) => {
    const key = validKey(request.key);
    const space = spaceOf(context, request.entityName);
    const old = former(space, key);
    const item = alive(context, old.found ? old.item : context.items.read(space, key));
    sizes.push({ id: `${space}\n${key}`, bytes: item ? sizeOf(item) : PRICES.EMPTY_READ_BYTES });
    if (item)
      return itemJson(
        item,
        request.options?.metadataFields,
        request.entityName === undefined ? {} : { entityName: request.entityName },
      );
    if (context.variants.has('batch-missing')) return '';
    throw keyNotFound(key);
  });
  context.quota.read(sizes);
  return answer(context, outcome);
}

/** Last write wins, each key for itself. */
export function batchSet(context: KvsContext, items: BatchItem[]): string {
  checkBatch(items, KVS_LIMITS.MAX_BATCH_KEYS, 'BATCH_SIZE_EXCEEDED');
  context.quota.batch();
  const prepared = new Map<BatchItem, { space: string; key: string; json: string; ttl: number | undefined }>();
  const checked = eachItem(items, (item) => {
    const key = validKey(item.key);
    prepared.set(item, {
      space: spaceOf(context, item.entityName),
      key,
      json: jsonFor(context, item.entityName, item.value),
      ttl: validTtl(item.options?.ttl),
    });
    return done(item);
  });
  const writes = [...prepared.values()];
  context.quota.write(
    writes.map(({ space, key, json }) => ({ id: `${space}\n${key}`, bytes: sizeOf({ key, value: json }) })),
  );
  const now = context.clock.now();
  context.items.atomically(() => {
    for (const { space, key, json, ttl } of writes) context.items.write(space, key, json, now, ttl);
  });
  return answer(context, checked);
}

/** Deleting what is not there succeeds. */
export function batchDelete(context: KvsContext, items: BatchItem[]): string {
  checkBatch(items, KVS_LIMITS.MAX_BATCH_KEYS, 'BATCH_SIZE_EXCEEDED');
  context.quota.batch();
  context.quota.write(items.map((item) => ({ id: `${String(item.entityName)}\n${String(item.key)}`, bytes: 0 })));
  const outcome = context.items.atomically(() =>
    eachItem(items, (item) => {
      context.items.remove(spaceOf(context, item.entityName), validKey(item.key));
      return done(item);
    }),
  );
  return answer(context, outcome);
}
