/** What the page sees of a running retro. The session behind it is the same in the page, in tests and in the bench. */
import type { Command, CommandName, Commands } from '#contract/commands';
import type { Me, Outcome } from '#contract/api';
import type { Abilities } from '#domain/abilities';
import type { PublicAction } from '#domain/action-item';
import type { Ballot } from '#domain/ballot';
import type { PublicItem } from '#domain/present-retro';
import type { Refusal } from '#domain/refusal';
import type { PublicHead, PublicSetup } from '#domain/retro';
import type { VotingResult } from '#domain/voting';

/** Shown truthfully: live (events flow), catching up (a gap is being filled, or we poll), offline (nothing is answered). */
export type Connection = 'live' | 'catching-up' | 'offline';

/** A text whose command was refused: nothing typed is lost. */
export interface TrayEntry {
  id: string;
  text: string;
  refusal: Refusal;
  command: Command;
  /** Sending it again may work now: `retryTray`. */
  canRetry: boolean;
}

/** How far the open round is: "7 of 12 votes, 3 of 4 people done". */
export interface CastProgress {
  used: number;
  possible: number;
  /** People who used all their votes. */
  done: number;
}

/** Something that happened to this person, for a flag or the live region. `count` tells two equal ones apart. */
export interface Notice {
  kind: 'facilitator-gained' | 'facilitator-lost' | 'reload-needed' | 'undone';
  count: number;
  accountId?: string;
  refusal?: Refusal;
}

/** An immutable snapshot: a part changes its identity only where its content changed. */
export interface RetroView {
  /** loading: head and setup are blank · failed: `refusal` says why, `reload` tries again · gone: not there, or not for this person. */
  phase: 'loading' | 'ready' | 'failed' | 'gone';
  refusal: Refusal | null;
  connection: Connection;
  /** The app was updated: this page must be reloaded before it can send anything. */
  reloadNeeded: boolean;
  head: PublicHead;
  setup: PublicSetup;
  /** Cards, groups, participants and action references by id, own unconfirmed changes included; never one that is `gone`. */
  items: ReadonlyMap<string, PublicItem>;
  /** Action items by their id on the board (the item's id). */
  actions: Readonly<Record<string, PublicAction>>;
  me: Me;
  abilities: Abilities;
  /** Own votes of the current round, unconfirmed ones included. */
  ballot: Ballot | null;
  /** Of the open round; null when none is open. */
  cast: CastProgress | null;
  /** Of the last closed round, while no other is open. */
  result: VotingResult | undefined;
  /** Ids of items (and of cards voted on) with an unconfirmed change. */
  pending: ReadonlySet<string>;
  /** Commands not yet answered: what "3 changes waiting" counts while offline. */
  waiting: number;
  tray: readonly TrayEntry[];
  notice: Notice | null;
}

/** What a caller says of a command; shard and ids of new items are the session's business. */
export type Payload<N extends CommandName> = N extends 'addCard' | 'createActionItem'
  ? Omit<Commands[N], 'shard'>
  : N extends 'groupCards'
    ? Omit<Commands[N], 'group'>
    : Commands[N];

/** Texts being typed, by a name the page chooses ("card/start", "edit/03-abc"). Wiped at close or after 7 days. */
export interface Drafts {
  read(name: string): string;
  /** An empty text forgets it. */
  write(name: string, text: string): void;
}

export interface Session {
  view(): RetroView;
  /** Calls back after every change of the view; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /**
   * Shown in the same frame, settled by the answer. The outcome never rejects. A refused text goes into the tray.
   * `itemId` (from `newItemId`) is for addCard, groupCards and createActionItem, when the caller wants to know the new id.
   */
  send<N extends CommandName>(name: N, payload: Payload<N>, itemId?: string): Promise<Outcome>;
  /** An id for a new item: the smaller of two random shards, then the id of the command that will make it. */
  newItemId(): string;
  /** Epoch milliseconds of the server, for timers. */
  serverNow(): number;
  /** Opens again after a failure, or catches up at once. */
  reload(): Promise<void>;
  /** Takes over an action item another call answered (fileIssue, checkFiling, changeAction). */
  learnAction(action: PublicAction): void;
  retryTray(id: string): void;
  dropTray(id: string): void;
  drafts: Drafts;
  /** Stops timers and listening. What is not sent yet stays kept for the next visit. */
  close(): void;
}
