import { FIRST_TIER, shardCount } from '#domain/ids';
import type { App } from '../app';
import type { RecordKey, StoredRecord } from '../ports/records';
import { recordName } from '../ports/records';
import { Document } from './document';
import { partKey, shardPart } from './keys';
import type { Part } from './keys';

/** Parts of a whole board of one tier. */
export const boardParts = (): Part[] => ['head', 'setup', ...range(0, FIRST_TIER)];

const range = (from: number, to: number): Part[] => Array.from({ length: to - from }, (_, i) => shardPart(from + i));

export interface Loaded {
  doc: Document;
  /** Every record read, the extra ones too. */
  records: Map<string, StoredRecord>;
}

/**
 * Reads parts of a retro (and extra records) in one request; all shards means the second tier too, in a second request
 * where there is one. Null: there is no such retro. Throws `StorageFailure`.
 */
export async function load(
  app: App,
  retroId: string,
  parts: readonly Part[],
  options: { strict?: boolean; extra?: readonly RecordKey[] } = {},
): Promise<Loaded | null> {
  const mode = options.strict ? 'strict' : 'quick';
  const wanted = [...new Set<Part>(['head', ...parts])];
  const keys = [...wanted.map((part) => partKey(retroId, part)), ...(options.extra ?? [])];
  const records = await app.records.readMany(keys, mode);
  const head = records.get(recordName(partKey(retroId, 'head')));
  if (!head) return null;
  const whole = wanted.includes(shardPart(FIRST_TIER - 1)) && wanted.includes(shardPart(0));
  if (whole && (head.body as { tiers: 1 | 2 }).tiers === 2) {
    const more = range(FIRST_TIER, shardCount(2));
    for (const [name, record] of await app.records.readMany(
      more.map((part) => partKey(retroId, part)),
      mode,
    ))
      records.set(name, record);
    wanted.push(...more);
  }
  return { doc: new Document(retroId, records, wanted, app.clock.now()), records };
}
