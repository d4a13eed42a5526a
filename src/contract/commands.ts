/** Every command a retro takes: its name and payload, once, for both ends. Texts are what the person typed. */
import type { Anonymity } from '#domain/retro';
import type { ActionState } from '#domain/action-item';
import type { Column } from '#domain/column';
import type { Step } from '#domain/step';

export interface Commands {
  /** `signed` matters only where each author decides. The item's id is `shard` plus the command's id. */
  addCard: { shard: number; column: string; text: string; signed?: boolean };
  editCard: { card: string; text: string };
  deleteCard: { card: string };
  restoreCard: { card: string };
  moveCard: { card: string; column: string };
  /** Puts cards on another card; `group` is the id of a new group (shard plus command id), used if `onto` has none. */
  groupCards: { cards: string[]; onto: string; group: string };
  ungroupCards: { cards: string[] };
  /** Writes the title of a group that cards name. */
  renameGroup: { group: string; title: string };
  revealCards: { columns: string[] };
  concealCards: { columns: string[] };
  /** Moves everybody; from the lobby to the first step it starts the retro. */
  advanceStep: { step: string };
  startTimer: { seconds: number };
  pauseTimer: Record<string, never>;
  resumeTimer: Record<string, never>;
  extendTimer: { seconds: number };
  stopTimer: Record<string, never>;
  openVoting: { budget: number; perTopic: number };
  /** How many votes of mine lie on this card: 0 takes them back. */
  castVote: { card: string; count: number };
  closeVoting: Record<string, never>;
  selectTopic: { card: string | null };
  handOver: { to: string; keep: boolean };
  configureRetro: {
    title?: string;
    anonymity?: Anonymity;
    votes?: { budget: number; perTopic: number };
    columns?: Column[];
    agenda?: Step[];
    /** A draft opens its lobby. */
    open?: true;
  };
  createActionItem: {
    shard: number;
    topic: string | null;
    topicTitle: string;
    text: string;
    owner: string | null;
    due: string | null;
  };
  changeActionItem: {
    action: string;
    text?: string;
    owner?: string | null;
    due?: string | null;
    state?: ActionState;
  };
  closeRetro: Record<string, never>;
  reopenRetro: Record<string, never>;
}

export type CommandName = keyof Commands;

/** One command on its way. `id` is made by the client and makes a repeat harmless; `base`: the revision its shard had. */
export type Command = {
  [Name in CommandName]: { id: string; name: Name; base?: number; payload: Commands[Name] };
}[CommandName];
