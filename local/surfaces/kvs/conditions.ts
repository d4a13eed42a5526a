import { invalid } from './kvs-error';
import { KVS_LIMITS } from './limits';

export interface Condition {
  property: string;
  condition: string;
  values: unknown[];
}

/** All-and or all-or, never nested (the package's Filter builder). */
export interface Filter {
  and?: Condition[];
  or?: Condition[];
}

export interface Range {
  condition: string;
  values: unknown[];
}

type Test = (actual: unknown, values: unknown[]) => boolean;

const isComparable = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** Numbers by size, strings by their UTF-8 bytes as the store orders them; undefined when they cannot be compared. */
function order(left: unknown, right: unknown): number | undefined {
  if (typeof left !== typeof right || !isComparable(left)) return undefined;
  if (typeof left === 'string') return Buffer.compare(Buffer.from(left), Buffer.from(right as string));
  return left - (right as number);
}

const compared =
  (check: (order: number) => boolean): Test =>
  (actual, [wanted]) => {
    const found = order(actual, wanted);
    return found !== undefined && check(found);
  };

const contains: Test = (actual, [wanted]) =>
  typeof actual === 'string' ? actual.includes(String(wanted)) : Array.isArray(actual) && actual.includes(wanted);

const RANGE_TESTS: Record<string, Test> = {
  EQUAL_TO: (actual, [wanted]) => actual === wanted,
  BEGINS_WITH: (actual, [wanted]) => typeof actual === 'string' && actual.startsWith(String(wanted)),
  BETWEEN: (actual, [low, high]) => {
    const fromLow = order(actual, low);
    const fromHigh = order(actual, high);
    return fromLow !== undefined && fromHigh !== undefined && fromLow >= 0 && fromHigh <= 0;
  },
  GREATER_THAN: compared((found) => found > 0),
  GREATER_THAN_EQUAL_TO: compared((found) => found >= 0),
  LESS_THAN: compared((found) => found < 0),
  LESS_THAN_EQUAL_TO: compared((found) => found <= 0),
};

const FILTER_TESTS: Record<string, Test> = {
  ...RANGE_TESTS,
  NOT_EQUAL_TO: (actual, [wanted]) => actual !== wanted,
  EXISTS: (actual) => actual !== undefined,
  NOT_EXISTS: (actual) => actual === undefined,
  CONTAINS: contains,
  NOT_CONTAINS: (actual, values) => actual !== undefined && !contains(actual, values),
};

/** A test for the range of an index query; everything passes without one. */
export function rangeTest(range: Range | undefined): (actual: unknown) => boolean {
  if (!range) return () => true;
  const test = RANGE_TESTS[range.condition];
  if (!test || !Array.isArray(range.values))
    throw invalid('INVALID_CONDITION', `Unknown range condition ${range.condition}.`);
  return (actual) => test(actual, range.values);
}

/** A test for a filter or the conditions of a transaction; a missing record has no properties. */
export function filterTest(filter: Filter | undefined): (record: Record<string, unknown> | undefined) => boolean {
  if (!filter) return () => true;
  const conditions = filter.and ?? filter.or ?? [];
  if (conditions.length === 0 || conditions.length > KVS_LIMITS.MAX_QUERY_CONDITIONS) {
    throw invalid('INVALID_FILTER', 'A filter needs 1 to 100 conditions.');
  }
  const tests = conditions.map(({ property, condition, values }) => {
    const test = FILTER_TESTS[condition];
    if (!test || !Array.isArray(values)) throw invalid('INVALID_CONDITION', `Unknown condition ${condition}.`);
    return (record: Record<string, unknown> | undefined): boolean => test(record?.[property], values);
  });
  return (record) => (filter.and ? tests.every((test) => test(record)) : tests.some((test) => test(record)));
}
