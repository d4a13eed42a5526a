import type { RetroPicture, VotesCast } from '#contract/api';
import type { RetroEvent, Revisions, ShardChange } from '#contract/events';
import { itemId, shardCount, shardOfItem } from '#domain/ids';
import type { PublicCard, PublicItem } from '#domain/present-retro';
import type { PublicHead, PublicSetup } from '#domain/retro';
import type { PublicAction } from '#domain/action-item';
import { ActionShelf } from './action-shelf';
import { CastCount } from './cast-count';
import { ReplicaShard } from './shard';

interface Versioned<T> {
  rev: number;
  value: T;
}

/** A reason to ask the server: `full` means that the shard is needed even where its revision is known. */
export interface Gap {
  slot: number;
  full: boolean;
}

const FIRST_SHARD_SLOT = 2;

/** What the server has confirmed, as far as this client has heard. Any order and any repetition of messages leads to the same. */
export class Replica {
  head: Versioned<PublicHead> | null = null;
  setup: Versioned<PublicSetup> | null = null;
  readonly shelf = new ActionShelf();
  readonly cast = new CastCount();
  private readonly shards: ReplicaShard[] = [];
  /** The highest revisions anybody told of. Hints: believed once. */
  private hints: Revisions = [];

  /** `isOwn`: whether this viewer made an item, for those whose answer is still on its way. */
  constructor(private readonly isOwn: (item: PublicItem) => boolean) {}

  /** What this client holds: head, setup, shards; -1 where it holds nothing or wants all (`full`). */
  revisions(full: ReadonlySet<number> = new Set()): Revisions {
    const shards = Math.max(this.head ? shardCount(this.head.value.tiers) : 0, this.shards.length);
    const vector = [revOf(this.head), revOf(this.setup)];
    for (let n = 0; n < shards; n += 1) vector.push(this.shards[n]?.rev ?? -1);
    return vector.map((rev, slot) => (full.has(slot) ? -1 : rev));
  }

  /** Takes an answer's picture, in this viewer's own projection. `at`: server time. */
  takePicture(picture: RetroPicture, at: number): void {
    const older = known(picture.revisions, 0) < revOf(this.head);
    this.takeHead(picture.head);
    this.takeSetup(picture.setup);
    for (const shard of picture.shards) {
      this.shard(shard.shard).takePicture(shard, older);
      // Only beside its place on the board does an action item say how new it is.
      for (const item of shard.items)
        if (item.kind === 'action') this.shelf.take(item.id, picture.actions[item.id], at, item.n);
    }
  }

  /** Takes an event. */
  takeEvent(event: RetroEvent): void {
    const { shards = [], texts = [], actions = {} } = event;
    this.takeHead(event.head);
    this.takeSetup(event.setup);
    for (const { shard, rev, tail } of shards) this.shard(shard).takeTail(rev, tail, this.isOwn);
    for (const card of texts) this.takeText(card, event.revisions);
    for (const [id, action] of Object.entries(actions)) this.shelf.take(id, action, event.at, nOf(shards, id));
    if (event.votes) this.cast.take(event.votes, event.at);
    event.revisions.forEach((rev, slot) => {
      this.hints[slot] = Math.max(known(this.hints, slot), rev);
    });
  }

  takeCast(cast: VotesCast | null, at: number): void {
    if (cast) this.cast.recount(cast, at);
  }

  /** An action item that another call answered. `at`: server time. */
  takeAction(id: string, action: PublicAction, at: number): void {
    this.shelf.take(id, action, at);
  }

  /** Where something is missing, by slot of the vector of revisions. */
  gaps(): Gap[] {
    const gaps: Gap[] = [];
    const head = this.head?.value;
    if (!head) return gaps;
    const held = this.revisions();
    const slots = Math.max(held.length, this.hints.length);
    for (let slot = 0; slot < slots; slot += 1) {
      const shard = this.shards[slot - FIRST_SHARD_SLOT];
      const full = shard !== undefined && shard.lacks(head, (item) => this.shelf.lacks(item));
      const behind = shard?.behind === true || known(this.hints, slot) > known(held, slot);
      if (full || behind) gaps.push({ slot, full });
    }
    return gaps;
  }

  /** The hints as they are now, to be handed to `settleHints` after a sync that began now. */
  hintsNow(): Revisions {
    return [...this.hints];
  }

  /** A sync has answered: hints older than it have been believed once, and what it did not show is dropped. */
  settleHints(before: Revisions): void {
    const held = this.revisions();
    this.hints = this.hints.map((rev, slot) => (rev <= known(before, slot) ? Math.min(rev, known(held, slot)) : rev));
  }

  /** Stops asking for what several syncs could not bring. */
  forgive(slot: number): void {
    this.hints[slot] = -1;
    if (slot >= FIRST_SHARD_SLOT && this.head) this.shard(slot - FIRST_SHARD_SLOT).forgive(this.head.value);
  }

  /** Every shard's items under a head; the same maps while nothing changed. */
  items(head: PublicHead | null): ReadonlyMap<string, PublicItem>[] {
    return this.shards.map((shard) => shard.items(head));
  }

  item(id: string): PublicItem | undefined {
    return this.shards[shardOfItem(id)]?.items(this.head?.value ?? null).get(id);
  }

  lastWords(id: string): PublicCard | undefined {
    return this.shards[shardOfItem(id)]?.lastWords(id);
  }

  /** Revision held of the shard an item lies in. */
  revOf(id: string): number {
    return this.shards[shardOfItem(id)]?.rev ?? -1;
  }

  /** Slots of shards with anonymous cards not known as one's own: one of them may be, written in another tab. */
  slotsOfStrangers(): number[] {
    const head = this.head?.value ?? null;
    const strange = (item: PublicItem): boolean => item.kind === 'card' && item.author === undefined && !item.mine;
    return this.shards.flatMap((shard, n) =>
      [...shard.items(head).values()].some(strange) ? [n + FIRST_SHARD_SLOT] : [],
    );
  }

  /** An id for a new item: of two random shards the emptier one. `chance`: in [0, 1). */
  place(chance: () => number, commandId: string): string {
    const count = shardCount(this.head?.value.tiers ?? 1);
    const [a, b] = [Math.floor(chance() * count), Math.floor(chance() * count)];
    const smaller = (this.shards[b]?.size ?? 0) < (this.shards[a]?.size ?? 0) ? b : a;
    return itemId(smaller, commandId);
  }

  private takeSetup(setup: Versioned<PublicSetup> | undefined): void {
    if (setup && setup.rev > revOf(this.setup)) this.setup = setup;
  }

  private takeHead(head: Versioned<PublicHead> | undefined): void {
    const before = this.head;
    if (!head || head.rev <= revOf(before)) return;
    this.head = head;
    this.cast.enterRound(head.value.voting?.round ?? 0);
    if (before?.value.revealed.some((column) => !head.value.revealed.includes(column)))
      for (const shard of this.shards) shard.conceal(head.value);
  }

  private takeText(card: PublicCard, revisions: Revisions): void {
    const n = shardOfItem(card.id);
    this.shard(n).takeItem(card, revisions[n + FIRST_SHARD_SLOT] ?? -1, this.isOwn);
  }

  private shard(n: number): ReplicaShard {
    while (this.shards.length <= n) this.shards.push(new ReplicaShard());
    return this.shards[n] as ReplicaShard;
  }
}

const known = (vector: Revisions, slot: number): number => vector[slot] ?? -1;
const revOf = (versioned: { rev: number } | null): number => versioned?.rev ?? -1;

/** The number of an action item's changes that an event tells, if it does. */
function nOf(shards: readonly { tail: ShardChange[] }[], id: string): number | undefined {
  for (const item of shards.flatMap((shard) => shard.tail).flatMap((change) => change.items))
    if (item.id === id && item.kind === 'action') return item.n;
  return undefined;
}
