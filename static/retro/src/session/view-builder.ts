import type { Me } from '#contract/api';
import { abilities } from '#domain/abilities';
import type { Abilities } from '#domain/abilities';
import { participantItemId } from '#domain/ids';
import type { PublicItem } from '#domain/present-retro';
import type { PublicHead, PublicSetup } from '#domain/retro';
import type { VotingResult } from '#domain/voting';
import { mayRetry } from './command-facts';
import { DraftState } from './draft-state';
import { participantsOf } from './participants';
import type { Knowledge } from './knowledge';
import type { Entry } from './outbox';
import { predict } from './predict';
import type { Replica } from './replica';
import { ShardedItems } from './sharded-items';
import type { CastProgress, Connection, RetroView, TrayEntry } from './types';

/** What the view is made from. */
export interface Sources {
  phase: RetroView['phase'];
  refusal: RetroView['refusal'];
  connection: Connection;
  reloadNeeded: boolean;
  known: Knowledge;
  entries: readonly Entry[];
  tray: readonly Omit<TrayEntry, 'canRetry'>[];
}

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);

const sameFields = (a: object, b: object): boolean => {
  const keys = Object.keys(b);
  return (
    keys.length === Object.keys(a).length &&
    keys.every((key) => (a as Record<string, unknown>)[key] === (b as Record<string, unknown>)[key])
  );
};

/** The earlier value where nothing in it changed, so that its identity stays. */
const keepIf = <T>(same: boolean, before: T, next: T): T => (same ? before : next);

/** Makes views; parts whose content did not change keep their identity from view to view. */
export class ViewBuilder {
  private shards: readonly ReadonlyMap<string, PublicItem>[] = [];
  private over: ReadonlyMap<string, PublicItem | null> = new Map();

  constructor(private last: RetroView) {}

  build(sources: Sources): RetroView {
    const { replica, standing, notice } = sources.known;
    const { last } = this;
    const common = { ...pick(sources), notice, waiting: sources.entries.length };
    if (!replica.head || !replica.setup) return (this.last = { ...last, ...common });
    const state = this.draft(sources, replica.head.value, replica.setup.value);
    const items = this.items(replica, state);
    const me = this.me(standing.me, items, state);
    const may = this.keepAbilities(abilities(state.head, me));
    const view: RetroView = {
      ...common,
      head: keepIf(
        state.head === last.head || JSON.stringify(state.head) === JSON.stringify(last.head),
        last.head,
        state.head,
      ),
      setup: state.setup,
      items,
      actions: state.actions,
      me,
      abilities: may,
      ballot: state.ballot,
      cast: this.cast(replica, state.head),
      result: resultOf(state.head, state.setup),
      pending: keepIf(sameList([...last.pending], [...state.touched]), last.pending, state.touched),
      tray: this.tray(sources.tray, may),
    };
    this.last = view;
    return view;
  }

  private draft(sources: Sources, head: PublicHead, setup: PublicSetup): DraftState {
    const state = new DraftState(sources.known.replica, head, setup, sources.known.standing.me, 0);
    for (const entry of sources.entries) {
      state.now = entry.at;
      predict(state, entry.command);
    }
    return state;
  }

  private items(replica: Replica, state: DraftState): ReadonlyMap<string, PublicItem> {
    const shards = replica.items(state.head);
    const sameOver = this.over.size === 0 && state.items.size === 0;
    if (sameOver && sameList(shards, this.shards)) return this.last.items;
    this.shards = shards;
    this.over = state.items;
    return new ShardedItems(shards, state.items);
  }

  private me(me: Me, items: ReadonlyMap<string, PublicItem>, state: DraftState): Me {
    const item = items.get(participantItemId(me.accountId));
    const joined = me.joined || (item?.kind === 'participant' && item.accountId === me.accountId);
    const next: Me = { accountId: me.accountId, joined, ballot: state.ballot };
    return keepIf(sameFields(this.last.me, next), this.last.me, next);
  }

  private keepAbilities(next: Abilities): Abilities {
    return keepIf(sameFields(this.last.abilities, next), this.last.abilities, next);
  }

  private cast(replica: Replica, head: PublicHead): CastProgress | null {
    const { voting } = head;
    if (voting?.state !== 'open') return null;
    const { used, done } = replica.cast.sum(voting.budget);
    const next: CastProgress = { used, done, possible: participantsOf(replica).length * voting.budget };
    const before = this.last.cast;
    return before && sameFields(before, next) ? before : next;
  }

  private tray(entries: Sources['tray'], may: Abilities): readonly TrayEntry[] {
    const next = entries.map((entry): TrayEntry => {
      const canRetry = mayRetry(entry.command, entry.refusal.code, may);
      const before = this.last.tray.find((one) => one.id === entry.id);
      return before && before.canRetry === canRetry ? before : { ...entry, canRetry };
    });
    return keepIf(sameList(this.last.tray, next), this.last.tray, next);
  }
}

const pick = ({ phase, refusal, connection, reloadNeeded }: Sources) => ({
  phase,
  refusal,
  connection,
  reloadNeeded,
});

/** Of the last round, once it is closed and while no other is open. */
function resultOf(head: PublicHead, setup: PublicSetup): VotingResult | undefined {
  const { voting } = head;
  return voting?.state === 'closed' ? setup.results.find((result) => result.round === voting.round) : undefined;
}
