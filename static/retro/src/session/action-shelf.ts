import type { PublicAction } from '#domain/action-item';
import type { PublicItem } from '#domain/present-retro';

interface Kept {
  /** How many changes of it this version contains, as its place on the board counts them. */
  n: number;
  /** Server time at which it was told. */
  at: number;
}

const NEVER: Kept = { n: 0, at: -1 };

const isOlder = (a: Kept, b: Kept): boolean => a.n < b.n || (a.n === b.n && a.at < b.at);

/** The action items of a board: records of their own, told beside the items that point to them. */
export class ActionShelf {
  /** By their id on the board; a new object with every change. */
  all: Readonly<Record<string, PublicAction>> = {};
  private readonly kept = new Map<string, Kept>();

  /**
   * Takes a version unless a newer one is held. Without `n` it counts as a retelling of the one held.
   */
  take(id: string, action: PublicAction | undefined, at: number, n?: number): void {
    const kept = this.kept.get(id) ?? NEVER;
    const next: Kept = { n: n ?? kept.n, at };
    if (!action || isOlder(next, kept)) return;
    this.kept.set(id, next);
    if (JSON.stringify(action) !== JSON.stringify(this.all[id])) this.all = { ...this.all, [id]: action };
  }

  /** Whether an item points to a version that has not been told yet. */
  lacks(item: PublicItem): boolean {
    return item.kind === 'action' && (this.kept.get(item.id)?.n ?? 0) < item.n;
  }
}
