import type { StoredRecord } from '#app/ports/records';

/** A record as an entity's value: revision, body and its declared attributes side by side. Empty strings are left out: such a record is not in the index. */
export function toValue(record: StoredRecord): Record<string, unknown> {
  const value: Record<string, unknown> = { rev: record.rev, body: record.body };
  for (const [name, attribute] of Object.entries(record.attributes)) if (attribute !== '') value[name] = attribute;
  return value;
}

/** The record in an entity's value. */
export function fromValue(value: unknown): StoredRecord {
  const { rev, body, ...rest } = value as { rev: number; body: unknown };
  return { rev, body, attributes: rest };
}
