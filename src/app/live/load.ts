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
  const own = wanted.map((part) => partKey(retroId, part));
  const records = await readParts(app, own, options.extra ?? [], mode);
  const head = records.get(recordName(partKey(retroId, 'head')));
  if (!head) return null;
  const whole = wanted.includes(shardPart(FIRST_TIER - 1)) && wanted.includes(shardPart(0));
  if (whole && (head.body as { tiers: 1 | 2 }).tiers === 2) {
    const more = range(FIRST_TIER, shardCount(2));
    const added = more.map((part) => partKey(retroId, part));
    for (const [name, record] of await readParts(app, added, [], mode)) records.set(name, record);
    wanted.push(...more);
  }
  return { doc: new Document(retroId, records, wanted, app.clock.now()), records };
}

/** A part that a quick reading does not show may only just have been made: it is looked for strictly before it counts as missing. */
async function readParts(
  app: App,
  own: readonly RecordKey[],
  extra: readonly RecordKey[],
  mode: 'quick' | 'strict',
): Promise<Map<string, StoredRecord>> {
  const records = await app.records.readMany([...own, ...extra], mode);
  const missing = own.filter((at) => !records.has(recordName(at)));
  if (mode === 'strict' || missing.length === 0 || missing.length === own.length) return records;
  for (const [name, record] of await app.records.readMany(missing, 'strict')) records.set(name, record);
  return records;
}
