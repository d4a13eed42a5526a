import type { EntityIndex, EntityType } from './entities';

/** Where one record lies in one index; SQLite orders `range` as the platform does: numbers, then strings by bytes. */
export interface IndexRow {
  name: string;
  /** JSON array of the partition values. */
  partition: string;
  range: string | number;
}

/** A boolean ranks as 0 or 1; undefined for what cannot be indexed. */
export function rangeValue(value: unknown): string | number | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** The partition key of an index as it is stored. */
export const partitionKey = (values: unknown[]): string => JSON.stringify(values);

function rowFor(index: EntityIndex, record: Record<string, unknown>): IndexRow | undefined {
  const partition = index.partition.map((name) => record[name]);
  const range = index.range[0] === undefined ? '' : rangeValue(record[index.range[0]]);
  if (range === undefined || partition.some((value) => value === undefined || value === null)) return undefined;
  return { name: index.name, partition: partitionKey(partition), range };
}

/** A record that lacks an attribute of an index is not in that index (as in the database beneath Forge). */
export function indexRows(type: EntityType, record: Record<string, unknown>): IndexRow[] {
  return type.indexes.map((index) => rowFor(index, record)).filter((row) => row !== undefined);
}
