import type { AttributeType, EntityType } from './entities';
import { invalid } from './kvs-error';
import { KVS_LIMITS } from './limits';

/** The key, or the platform's refusal of it. */
export function validKey(key: unknown): string {
  if (typeof key !== 'string') throw invalid('INVALID_KEY', 'The key must be a string.');
  if (key.length === 0) throw invalid('KEY_TOO_SHORT', 'The key must have at least 1 character.');
  if (key.length > KVS_LIMITS.MAX_KEY_CHARACTERS)
    throw invalid('KEY_TOO_LONG', 'The key must have at most 500 characters.');
  if (!KVS_LIMITS.KEY_PATTERN.test(key))
    throw invalid('INVALID_KEY', `The key does not match ${KVS_LIMITS.KEY_PATTERN.source}.`);
  return key;
}

/** Nesting of arrays and objects; a scalar is 0. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const child of Object.values(value)) deepest = Math.max(deepest, depthOf(child));
  return deepest + 1;
}

/** JSON text of a value that may be stored: no null, at most 240 KiB and 31 levels. */
export function validValue(value: unknown): string {
  if (value === undefined || value === null) throw invalid('INVALID_VALUE', 'The value must not be null or undefined.');
  const json = JSON.stringify(value);
  if (Buffer.byteLength(json) > KVS_LIMITS.MAX_VALUE_BYTES)
    throw invalid('MAX_SIZE', 'The value is larger than 240 KiB.');
  if (depthOf(value) > KVS_LIMITS.MAX_VALUE_DEPTH)
    throw invalid('MAX_DEPTH', 'The value is nested deeper than 31 levels.');
  return json;
}

const IS_TYPE: Record<AttributeType, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  float: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) =>
    Number.isInteger(value) &&
    (value as number) >= KVS_LIMITS.MIN_INTEGER &&
    (value as number) <= KVS_LIMITS.MAX_INTEGER,
  any: () => true,
};

function bytesOf(values: unknown[]): number {
  return values.reduce<number>((sum, value) => sum + (value === undefined ? 0 : Buffer.byteLength(String(value))), 0);
}

/** JSON text of an entity value: declared attributes only, of their types, index values within their sizes. */
export function validEntity(type: EntityType, value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid('INVALID_ENTITY_VALUE', `A value of entity ${type.name} must be an object.`);
  }
  const record = value as Record<string, unknown>;
  for (const [name, attribute] of Object.entries(record)) {
    const declared = type.attributes[name];
    if (!declared) throw invalid('INVALID_ENTITY_ATTRIBUTE', `Entity ${type.name} has no attribute "${name}".`);
    if (!IS_TYPE[declared.type](attribute)) {
      throw invalid(
        'INVALID_ENTITY_ATTRIBUTE',
        `Attribute "${name}" of entity ${type.name} must be of type ${declared.type}.`,
      );
    }
  }
  for (const index of type.indexes) {
    const tooLarge =
      bytesOf(index.range.map((name) => record[name])) > KVS_LIMITS.MAX_RANGE_BYTES ||
      bytesOf(index.partition.map((name) => record[name])) > KVS_LIMITS.MAX_PARTITION_BYTES;
    if (tooLarge) throw invalid('INVALID_ENTITY_INDEX', `The attributes of index "${index.name}" are too large.`);
  }
  return validValue(value);
}

const UNIT_SECONDS: Record<string, number> = { SECONDS: 1, MINUTES: 60, HOURS: 3_600, DAYS: 86_400 };

/** Milliseconds of a TTL option, undefined when none was given. */
export function validTtl(ttl: unknown): number | undefined {
  if (ttl === undefined) return undefined;
  const { value, unit } = (ttl ?? {}) as { value?: unknown; unit?: string };
  const seconds = typeof value === 'number' && unit !== undefined ? value * (UNIT_SECONDS[unit] ?? NaN) : NaN;
  if (!(seconds > 0) || seconds > KVS_LIMITS.MAX_TTL_SECONDS)
    throw invalid('INVALID_TTL', 'The TTL must be positive and at most one year.');
  return seconds * 1000;
}

/** 1..100, the documented default when absent. */
export function validLimit(limit: unknown): number {
  if (limit === undefined) return KVS_LIMITS.DEFAULT_PAGE_ITEMS;
  if (!Number.isInteger(limit) || (limit as number) < 1 || (limit as number) > KVS_LIMITS.MAX_PAGE_ITEMS) {
    throw invalid('COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE', 'The limit must be between 1 and 100.');
  }
  return limit as number;
}
