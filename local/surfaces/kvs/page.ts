import type { Store } from '../../types';
import { rangeTest, type Range } from './conditions';
import { BY_KEY, type EntityIndex } from './entities';
import { partitionKey, rangeValue } from './index-rows';
import type { Item } from './store';

export interface PageRequest {
  space: string;
  /** Undefined: by key. */
  index?: EntityIndex;
  partition: unknown[];
  range?: Range;
  descending: boolean;
  limit: number;
  after?: Position;
  /** Items that changed too recently to be in the index, with what the index still knows. */
  overlay: Map<string, Item | undefined>;
}

/** Where a page ended: the range value and the key of its last item. */
export interface Position {
  range: string | number;
  key: string;
}

export type Placed = Item & { range: string | number };

const RANGE_SQL: Record<string, string> = {
  EQUAL_TO: '= ?',
  GREATER_THAN: '> ?',
  GREATER_THAN_EQUAL_TO: '>= ?',
  LESS_THAN: '< ?',
  LESS_THAN_EQUAL_TO: '<= ?',
  BETWEEN: 'BETWEEN ? AND ?',
};
const LAST_CHARACTER = '\u{10FFFF}';

/** SQL for the range, narrow enough that a query costs what it returns. */
function rangeSql(column: string, range: Range | undefined): { sql: string; values: unknown[] } {
  if (!range) return { sql: '', values: [] };
  const values = range.values.map((value) => rangeValue(value) ?? '');
  if (range.condition === 'BEGINS_WITH') {
    return { sql: ` AND ${column} BETWEEN ? AND ?`, values: [String(values[0]), String(values[0]) + LAST_CHARACTER] };
  }
  return { sql: ` AND ${column} ${RANGE_SQL[range.condition]}`, values };
}

function statement(request: PageRequest): { sql: string; values: unknown[] } {
  const byKey = request.index === undefined;
  const column = byKey ? 'i.key' : 'x.range';
  const source = byKey
    ? 'kvs_item i WHERE i.space = ?'
    : 'kvs_index x JOIN kvs_item i ON i.space = x.space AND i.key = x.key WHERE x.space = ? AND x.name = ? AND x.partition = ?';
  const values: unknown[] = byKey
    ? [request.space]
    : [request.space, request.index?.name ?? BY_KEY, partitionKey(request.partition)];
  const range = rangeSql(column, request.range);
  const direction = request.descending ? 'DESC' : 'ASC';
  let after = '';
  if (request.after) {
    after = ` AND (${column}, i.key) ${request.descending ? '<' : '>'} (?, ?)`;
    range.values.push(request.after.range, request.after.key);
  }
  return {
    sql: `SELECT i.key, i.value, i.created, i.updated, i.expires, ${column} AS range FROM ${source}${range.sql}${after} ORDER BY ${column} ${direction}, i.key ${direction} LIMIT ?`,
    values: [...values, ...range.values],
  };
}

function compare(left: Position, right: Position): number {
  if (left.range !== right.range) {
    if (typeof left.range !== typeof right.range) return typeof left.range === 'number' ? -1 : 1;
    if (typeof left.range === 'number') return left.range - (right.range as number);
    return Buffer.compare(Buffer.from(left.range), Buffer.from(right.range as string));
  }
  return Buffer.compare(Buffer.from(left.key), Buffer.from(right.key));
}

/** A former item where the index still has it; undefined when it does not belong to this query. */
function placed(request: PageRequest, item: Item | undefined): Placed | undefined {
  if (!item) return undefined;
  if (!request.index) return { ...item, range: item.key };
  const record = JSON.parse(item.value) as Record<string, unknown>;
  const attribute = request.index.range[0];
  const range = attribute === undefined ? '' : rangeValue(record[attribute]);
  const partition = partitionKey(request.index.partition.map((name) => record[name]));
  return range === undefined || partition !== partitionKey(request.partition) ? undefined : { ...item, range };
}

function withOverlay(request: PageRequest, rows: Placed[]): Placed[] {
  const sign = request.descending ? -1 : 1;
  const inRange = rangeTest(request.range);
  const former = [...request.overlay.values()]
    .map((item) => placed(request, item))
    .filter((item) => item !== undefined)
    .filter((item) => inRange(item.range) && (!request.after || compare(item, request.after) * sign > 0));
  return [...rows.filter((row) => !request.overlay.has(row.key)), ...former].sort((a, b) => compare(a, b) * sign);
}

/** Up to `limit` items in index order; `more` says that the index goes on. */
export function createPager(store: Store): (request: PageRequest) => { items: Placed[]; more: boolean } {
  const prepared = new Map<string, ReturnType<Store['prepare']>>();
  return (request) => {
    const { sql, values } = statement(request);
    const query = prepared.get(sql) ?? store.prepare(sql);
    prepared.set(sql, query);
    const rows = query.all(...values, request.limit + 1 + request.overlay.size) as Placed[];
    const items = request.overlay.size > 0 ? withOverlay(request, rows) : rows;
    return { items: items.slice(0, request.limit), more: items.length > request.limit };
  };
}
