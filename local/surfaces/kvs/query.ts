import { PRICES } from '../../host/prices';
import { filterTest, rangeTest, type Filter, type Range } from './conditions';
import { alive, itemJson, sizeOf, type KvsContext } from './context';
import { BY_KEY, entityType, type EntityIndex, type EntityType } from './entities';
import type { History } from './history';
import { invalid } from './kvs-error';
import type { createPager, PageRequest, Placed, Position } from './page';
import { PLAIN } from './store';
import { validLimit } from './validate';

export interface PlainQuery {
  limit?: unknown;
  after?: unknown;
  where?: { property: string; condition: string; values: unknown[] }[];
  options?: { metadataFields?: string[] };
}

export interface EntityQuery {
  entityName: unknown;
  indexName?: unknown;
  partition?: unknown[];
  range?: Range;
  filters?: Filter;
  sort?: string;
  cursor?: unknown;
  limit?: unknown;
  options?: { metadataFields?: string[] };
}

export interface QueryDeps {
  page: ReturnType<typeof createPager>;
  history: History;
}

const DEFAULT_STALE_MS = 2_000;

/** How old the index may be for this query, milliseconds. */
function staleness(context: KvsContext): number {
  const asked = context.adversary.options().staleQueries;
  if (asked === undefined || asked === false)
    return context.variants.has('query-stale') ? context.adversary.random.next() * DEFAULT_STALE_MS : 0;
  return context.adversary.random.next() * (asked === true ? DEFAULT_STALE_MS : asked);
}

function overlayOf(context: KvsContext, history: History, space: string): PageRequest['overlay'] {
  const lag = staleness(context);
  return lag > 0 ? history.changedSince(space, context.clock.now() - lag) : new Map<string, never>();
}

const encodeCursor = ({ range, key }: Position): string =>
  Buffer.from(JSON.stringify([range, key])).toString('base64url');

function decodeCursor(cursor: unknown): Position | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [range, key] = JSON.parse(Buffer.from(String(cursor), 'base64url').toString()) as [string | number, string];
    if (typeof key === 'string') return { range, key };
  } catch {
    // falls through to the refusal
  }
  throw invalid('INVALID_CURSOR', 'The cursor is not valid.');
}

/** The filter is applied after the page was read, so a page may be short, or empty, and still have a cursor. */
function answer(
  context: KvsContext,
  request: PageRequest,
  deps: QueryDeps,
  keep: (item: Placed) => boolean,
  metadataFields?: string[],
): string {
  const { items, more } = deps.page(request);
  const living = items.filter((item) => alive(context, item));
  const bytes = living.reduce((sum, item) => sum + sizeOf(item), 0);
  context.quota.read([
    {
      id: `${request.space}\n?${request.index?.name ?? BY_KEY}\n${JSON.stringify(request.partition)}`,
      bytes: Math.max(bytes, PRICES.EMPTY_READ_BYTES),
    },
  ]);
  const data = living.filter(keep).map((item) => itemJson(item, metadataFields));
  const last = items.at(-1);
  return `{"data":[${data.join(',')}]${more && last ? `,"cursor":${JSON.stringify(encodeCursor(last))}` : ''}}`;
}

/** Plain keys by prefix: one where clause, `key BEGINS_WITH`. */
export function queryPlain(context: KvsContext, query: PlainQuery, deps: QueryDeps): string {
  const where = query.where?.[0];
  if (where && (where.property !== 'key' || where.condition !== 'BEGINS_WITH' || query.where?.length !== 1)) {
    throw invalid('INVALID_QUERY', 'Only one condition, key BEGINS_WITH, is supported.');
  }
  const request: PageRequest = {
    space: PLAIN,
    partition: [],
    range: where && { condition: where.condition, values: where.values },
    descending: false,
    limit: validLimit(query.limit),
    after: decodeCursor(query.after),
    overlay: overlayOf(context, deps.history, PLAIN),
  };
  return answer(context, request, deps, () => true, query.options?.metadataFields);
}

function indexOf(type: EntityType, query: EntityQuery): EntityIndex | undefined {
  if (query.indexName === undefined || query.indexName === BY_KEY) return undefined;
  const index = type.indexes.find((candidate) => candidate.name === query.indexName);
  if (!index) throw invalid('INVALID_ENTITY_INDEX', `Entity ${type.name} has no index "${String(query.indexName)}".`);
  return index;
}

function checkPartition(partition: unknown[], index: EntityIndex | undefined): void {
  const wanted = index?.partition.length ?? 0;
  if (Array.isArray(partition) && partition.length === wanted) return;
  throw invalid('INVALID_ENTITY_INDEX', `The index needs ${wanted} partition values, ${partition.length} were given.`);
}

/** One index of one entity: partition, range, filter, order. Eventually consistent. */
export function queryEntity(context: KvsContext, query: EntityQuery, deps: QueryDeps): string {
  const type = entityType(context.types, query.entityName);
  const index = indexOf(type, query);
  checkPartition(query.partition ?? [], index);
  rangeTest(query.range);
  const keep = filterTest(query.filters);
  const request: PageRequest = {
    space: type.name,
    index,
    partition: query.partition ?? [],
    range: query.range,
    descending: query.sort === 'DESC',
    limit: validLimit(query.limit),
    after: decodeCursor(query.cursor),
    overlay: overlayOf(context, deps.history, type.name),
  };
  const unfiltered = query.filters === undefined;
  return answer(
    context,
    request,
    deps,
    (item) => unfiltered || keep(JSON.parse(item.value) as Record<string, unknown>),
    query.options?.metadataFields,
  );
}
