import { shardOfItem } from '#domain/ids';
import type { PublicItem } from '#domain/present-retro';

/**
 * A board's items as one read-only map made of one map per shard, so that a change copies one shard, not the board.
 * `over` lies on top: unconfirmed items, and null where one is taken away.
 */
export class ShardedItems implements ReadonlyMap<string, PublicItem> {
  private counted = -1;

  constructor(
    private readonly shards: readonly ReadonlyMap<string, PublicItem>[],
    private readonly over: ReadonlyMap<string, PublicItem | null>,
  ) {}

  get(id: string): PublicItem | undefined {
    const above = this.over.get(id);
    if (above !== undefined) return above ?? undefined;
    return this.shards[shardOfItem(id)]?.get(id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  get size(): number {
    if (this.counted < 0) {
      this.counted = this.shards.reduce((sum, shard) => sum + shard.size, 0);
      for (const [id, item] of this.over) {
        const below = this.shards[shardOfItem(id)]?.has(id) ?? false;
        this.counted += (item ? 1 : 0) - (below ? 1 : 0);
      }
    }
    return this.counted;
  }

  *entries(): MapIterator<[string, PublicItem]> {
    for (const shard of this.shards)
      for (const entry of shard) {
        const above = this.over.size ? this.over.get(entry[0]) : undefined;
        if (above === undefined) yield entry;
        else if (above) yield [entry[0], above];
      }
    for (const [id, item] of this.over) if (item && !this.shards[shardOfItem(id)]?.has(id)) yield [id, item];
    return undefined;
  }

  *keys(): MapIterator<string> {
    for (const [id] of this.entries()) yield id;
    return undefined;
  }

  *values(): MapIterator<PublicItem> {
    for (const [, item] of this.entries()) yield item;
    return undefined;
  }

  [Symbol.iterator](): MapIterator<[string, PublicItem]> {
    return this.entries();
  }

  forEach(callback: (item: PublicItem, id: string, map: ReadonlyMap<string, PublicItem>) => void): void {
    for (const [id, item] of this.entries()) callback(item, id, this);
  }
}
