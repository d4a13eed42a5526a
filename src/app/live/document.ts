/**
 * One retro as read at one moment, and what a command changes of it. Records are copied on write; `changes()` is the
 * transaction whose conditions are the revisions of what was changed, and of nothing else.
 */
import { must } from '#domain/assert';
import { shardCount, shardOfItem } from '#domain/ids';
import type { Shard, StoredItem } from '#domain/items';
import { withItems } from '#domain/items';
import type { Head, Setup } from '#domain/retro';
import type { Change, RecordKey, StoredRecord } from '../ports/records';
import { recordName } from '../ports/records';
import { partKey, shardPart } from './keys';
import type { Part } from './keys';

interface Slot {
  at: RecordKey;
  read: StoredRecord;
  body: unknown;
  changed: boolean;
}

export class Document {
  private readonly slots = new Map<Part, Slot>();
  /** Changes made so far: what tells a command that changed something from one that found everything as it wants it. */
  edits = 0;
  /** Changes outside the document's own parts (gates, ballots, action items ...). */
  private readonly others: Change[] = [];

  constructor(
    readonly retroId: string,
    records: ReadonlyMap<string, StoredRecord>,
    parts: readonly Part[],
    readonly now: number,
  ) {
    for (const part of parts) {
      const at = partKey(retroId, part);
      const read = records.get(recordName(at));
      if (read) this.slots.set(part, { at, read, body: read.body, changed: false });
    }
  }

  /** The same parts of the same retro, from other records: for another attempt. */
  reread(records: ReadonlyMap<string, StoredRecord>): Document {
    return new Document(this.retroId, records, [...this.slots.keys()], this.now);
  }

  has(part: Part): boolean {
    return this.slots.has(part);
  }

  get head(): Head {
    return this.slot('head').body as Head;
  }

  get setup(): Setup {
    return this.slot('setup').body as Setup;
  }

  shard(n: number): Shard {
    return this.slot(shardPart(n)).body as Shard;
  }

  hasShard(n: number): boolean {
    return this.slots.has(shardPart(n));
  }

  /** Numbers of the shards that were read. */
  shards(): number[] {
    return Array.from({ length: shardCount(2) }, (_, n) => n).filter((n) => this.hasShard(n));
  }

  /** An item, if its shard was read and has it. */
  item(id: string): StoredItem | undefined {
    const n = shardOfItem(id);
    return this.hasShard(n) ? this.shard(n).items[id] : undefined;
  }

  /** The revision a part has after `changes()` were written. */
  rev(part: Part): number {
    const slot = this.slots.get(part);
    if (!slot) return -1;
    return slot.read.rev + (slot.changed ? 1 : 0);
  }

  /** Whether the head that was read is older than the last close, which a shard that was read has seen. */
  get behindClose(): boolean {
    const head = this.slot('head').read.rev;
    return this.shards().some((n) => (this.shard(n).settledUnder ?? 0) > head);
  }

  /** The head as it was read. */
  get headBefore(): Head {
    return this.slot('head').read.body as Head;
  }

  get setupBefore(): Setup {
    return this.slot('setup').read.body as Setup;
  }

  setHead(head: Head): void {
    this.write('head', head);
  }

  setSetup(setup: Setup): void {
    this.write('setup', setup);
  }

  setShard(n: number, shard: Shard): void {
    this.write(shardPart(n), shard);
  }

  /** Puts items into their shards (or, `null`, takes them out), noting the command where it made no item of its own. */
  setItems(changes: Record<string, StoredItem | null>, command?: string): void {
    const byShard = new Map<number, Record<string, StoredItem | null>>();
    for (const [id, item] of Object.entries(changes)) {
      const n = shardOfItem(id);
      byShard.set(n, { ...byShard.get(n), [id]: item });
    }
    for (const [n, items] of byShard) {
      const rev = this.slot(shardPart(n)).read.rev + 1;
      this.setShard(n, withItems(this.shard(n), rev, this.now, items, command));
    }
  }

  /** A change of another record in the same transaction; a second one of the same record goes on from the first. */
  also(change: Change): void {
    this.edits += 1;
    const same = this.others.findIndex((other) => recordName(other.at) === recordName(change.at));
    const before = this.others[same];
    if (!before) this.others.push(change);
    else
      this.others[same] = {
        ...withoutCondition(change),
        ...(before.ifRev === undefined ? {} : { ifRev: before.ifRev }),
      };
  }

  /** Records as they will be once the other changes are written: what the next command of a batch decides on. */
  over(records: ReadonlyMap<string, StoredRecord>): ReadonlyMap<string, StoredRecord> {
    if (this.others.length === 0) return records;
    const after = new Map(records);
    for (const change of this.others) {
      if (change.op === 'set') after.set(recordName(change.at), change.record);
      else if (change.op === 'delete') after.delete(recordName(change.at));
    }
    return after;
  }

  changedParts(): Part[] {
    return [...this.slots].filter(([, slot]) => slot.changed).map(([part]) => part);
  }

  changedShards(): number[] {
    return this.shards().filter((n) => this.slots.get(shardPart(n))?.changed);
  }

  changes(): Change[] {
    const own = [...this.slots.values()]
      .filter((slot) => slot.changed)
      .map((slot): Change => ({
        op: 'set',
        at: slot.at,
        ifRev: slot.read.rev,
        record: { rev: slot.read.rev + 1, body: slot.body, attributes: slot.read.attributes },
      }));
    return [...own, ...this.others];
  }

  /** Remembers the present state, to go back to when the next command is refused. */
  checkpoint(): () => void {
    const slots = [...this.slots].map(([part, slot]) => [part, { ...slot }] as const);
    const others = [...this.others];
    return () => {
      for (const [part, slot] of slots) this.slots.set(part, slot);
      this.others.splice(0, this.others.length, ...others);
    };
  }

  private slot(part: Part): Slot {
    return must(this.slots.get(part), `part ${part}`);
  }

  private write(part: Part, body: unknown): void {
    const slot = this.slot(part);
    this.edits += 1;
    slot.body = body;
    slot.changed = true;
  }
}

function withoutCondition(change: Change): Change {
  const { ifRev: _ifRev, ...rest } = change;
  return rest;
}
