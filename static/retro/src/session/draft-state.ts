import type { Me } from '#contract/api';
import { partsOfAction } from '#domain/ids';
import type { PublicAction } from '#domain/action-item';
import type { Ballot } from '#domain/ballot';
import type { PublicCard, PublicItem } from '#domain/present-retro';
import type { PublicHead, PublicSetup } from '#domain/retro';
import type { Replica } from './replica';

/** The confirmed state with unconfirmed commands laid over it: what the page shows before the server has answered. */
export class DraftState {
  head: PublicHead;
  setup: PublicSetup;
  ballot: Ballot | null;
  readonly items = new Map<string, PublicItem | null>();
  actions: Readonly<Record<string, PublicAction>>;
  /** Ids of what unconfirmed commands touch. */
  readonly touched = new Set<string>();
  private added = 0;

  constructor(
    private readonly replica: Replica,
    head: PublicHead,
    setup: PublicSetup,
    readonly me: Me,
    /** Server time at which the command being laid over was given, epoch milliseconds. */
    public now: number,
  ) {
    this.head = head;
    this.setup = setup;
    this.ballot = me.ballot;
    this.actions = replica.shelf.all;
  }

  item(id: string): PublicItem | undefined {
    const over = this.items.get(id);
    if (over !== undefined) return over ?? undefined;
    return this.replica.item(id);
  }

  card(id: string): PublicCard | undefined {
    const item = this.item(id);
    return item?.kind === 'card' ? item : undefined;
  }

  /** A deleted card as it last was, if it was this viewer's to see. */
  deletedCard(id: string): PublicCard | undefined {
    return this.items.get(id) === null ? this.confirmedCard(id) : this.replica.lastWords(id);
  }

  put(item: PublicItem): void {
    this.items.set(item.id, item);
    this.touched.add(item.id);
  }

  take(id: string): void {
    this.items.set(id, null);
    this.touched.add(id);
  }

  putAction(id: string, action: PublicAction): void {
    this.actions = { ...this.actions, [id]: action };
    this.touched.add(id);
  }

  actionById(actionId: string): { id: string; action: PublicAction } | undefined {
    const id = partsOfAction(actionId).item;
    const action = this.actions[id];
    return action && { id, action };
  }

  /** Where an unconfirmed card stands: behind all confirmed ones, in the order of writing. */
  nextOrder(): number {
    this.added += 1;
    return Number.MAX_SAFE_INTEGER - 1_000_000 + this.added;
  }

  private confirmedCard(id: string): PublicCard | undefined {
    const item = this.replica.item(id);
    return item?.kind === 'card' ? item : undefined;
  }
}
