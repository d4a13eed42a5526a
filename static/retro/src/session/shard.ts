import type { RetroPicture } from '#contract/api';
import type { ShardChange } from '#contract/events';
import type { PublicCard, PublicItem } from '#domain/present-retro';
import type { PublicHead } from '#domain/retro';
import { lacksText, mergeFromEvent, underHead } from './merge-item';

interface Held {
  item: PublicItem;
  /** The shard's revision this version of the item is known for. */
  rev: number;
}

type ShardPicture = RetroPicture['shards'][number];

/** One shard as this client knows it. Every item keeps the newest version seen, whatever order messages come in. */
export class ReplicaShard {
  /** Every change up to here has been seen. */
  rev = -1;
  /** The highest revision an event told of, with or without its changes. */
  private told = -1;
  /** Revisions seen beyond a gap. */
  private readonly ahead = new Set<number>();
  /** An own concealed card was changed elsewhere, up to this revision: only the server can tell how. */
  private doubt = -1;
  private readonly held = new Map<string, Held>();
  /** Last words of own deleted cards, for an undo in the same frame. */
  private readonly buried = new Map<string, PublicCard>();
  private shown: { items: ReadonlyMap<string, PublicItem>; head: PublicHead | null } | null = null;
  private blanks: { head: PublicHead; some: boolean; refs: PublicItem[] } | null = null;

  /** Takes the whole shard in this viewer's own projection, unless something newer is held. */
  takePicture(picture: ShardPicture, older: boolean): void {
    if (picture.rev < this.rev) return;
    const present = new Set<string>();
    for (const item of picture.items) {
      present.add(item.id);
      const held = this.held.get(item.id);
      if (!held || held.rev < picture.rev || (held.rev === picture.rev && !(older && knowsMore(held.item, item))))
        this.put(item, picture.rev);
    }
    this.forgetOthers(present, picture.rev);
    this.reach(picture.rev);
    if (this.doubt <= picture.rev) this.doubt = -1;
    this.changed();
  }

  /** Takes the last changes from an event: `rev` is the revision they bring the shard to. */
  takeTail(rev: number, tail: readonly ShardChange[], isOwn: (item: PublicItem) => boolean): void {
    // Commands that travelled together changed the shard once: several entries, one revision.
    const fresh = tail.filter((change) => change.rev > this.rev && !this.ahead.has(change.rev));
    for (const change of fresh) {
      for (const item of change.items) this.takeItem(item, rev, isOwn);
      this.ahead.add(change.rev);
    }
    this.told = Math.max(this.told, rev);
    this.reach(this.rev);
    if (fresh.length > 0) this.changed();
  }

  /** Takes one item as everybody may see it, at a revision of this shard. */
  takeItem(incoming: PublicItem, rev: number, isOwn: (item: PublicItem) => boolean): void {
    const held = this.held.get(incoming.id);
    if (held && (held.rev > rev || (held.rev === rev && !knowsMore(incoming, held.item)))) return;
    const known = held?.item.kind === 'gone' ? this.buried.get(incoming.id) : held?.item;
    const { item, doubtful } = mergeFromEvent(known, incoming, isMine(known) || isOwn(incoming));
    if (doubtful) this.doubt = Math.max(this.doubt, rev);
    this.put(item, rev);
    this.changed();
  }

  /** Whether changes are missing that an event told of. */
  get behind(): boolean {
    return this.told > this.rev;
  }

  /** Whether a number alone will not do: the whole shard is needed again. */
  lacks(head: PublicHead, lacksAction: (item: PublicItem) => boolean): boolean {
    if (this.doubt >= 0) return true;
    if (!this.blanks || !sameFaces(this.blanks.head, head)) this.blanks = this.lookForBlanks(head);
    return this.blanks.some || this.blanks.refs.some(lacksAction);
  }

  /** Gives up on what nobody could tell: the next change starts anew. */
  forgive(head: PublicHead): void {
    this.blanks = { head, some: false, refs: [] };
    this.ahead.clear();
    this.told = -1;
    this.doubt = -1;
  }

  /** Hides again what the head now conceals. */
  conceal(head: PublicHead): void {
    for (const held of this.held.values()) held.item = underHead(held.item, head);
    this.changed();
  }

  /** Everything in it under a head, the deleted left out; the same map while nothing changed. */
  items(head: PublicHead | null): ReadonlyMap<string, PublicItem> {
    if (this.shown && sameFaces(this.shown.head, head)) return this.shown.items;
    const items = new Map<string, PublicItem>();
    for (const [id, { item }] of this.held)
      if (item.kind !== 'gone') items.set(id, head ? underHead(item, head) : item);
    this.shown = { items, head };
    return items;
  }

  /** Own words of a deleted card. */
  lastWords(id: string): PublicCard | undefined {
    return this.buried.get(id);
  }

  get size(): number {
    return this.held.size;
  }

  /** What a whole picture of this revision does not show is not there any more. */
  private forgetOthers(present: ReadonlySet<string>, rev: number): void {
    for (const [id, held] of this.held) if (!present.has(id) && held.rev <= rev) this.held.delete(id);
  }

  private changed(): void {
    this.shown = null;
    this.blanks = null;
  }

  private lookForBlanks(head: PublicHead): { head: PublicHead; some: boolean; refs: PublicItem[] } {
    let some = false;
    const refs: PublicItem[] = [];
    for (const { item } of this.held.values()) {
      if (lacksText(item, head)) some = true;
      else if (item.kind === 'action') refs.push(item);
    }
    return { head, some, refs };
  }

  private put(item: PublicItem, rev: number): void {
    const before = this.held.get(item.id)?.item;
    if (item.kind === 'gone' && before?.kind === 'card' && before.text !== null) this.buried.set(item.id, before);
    this.held.set(item.id, { item, rev });
  }

  private reach(rev: number): void {
    this.rev = rev;
    for (const seen of this.ahead) if (seen <= rev) this.ahead.delete(seen);
    while (this.ahead.delete(this.rev + 1)) this.rev += 1;
  }
}

/** Whether the same columns lie face up under both. */
const sameFaces = (a: PublicHead | null, b: PublicHead | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.revealed.length === b.revealed.length &&
    a.revealed.every((id, i) => id === b.revealed[i]));

const isMine = (item: PublicItem | undefined): boolean => item?.kind === 'card' && item.mine === true;

/** Of two pictures of one version of a card, whether the first shows words the second hides. */
const knowsMore = (a: PublicItem, b: PublicItem): boolean =>
  a.kind === 'card' && b.kind === 'card' && a.text !== null && b.text === null;
