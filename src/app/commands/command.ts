/** What a command is, to the pipeline that runs it. */
import type { Commands, CommandName } from '#contract/commands';
import type { RetroEvent } from '#contract/events';
import type { Abilities, Ability } from '#domain/abilities';
import type { PublicAction } from '#domain/action-item';
import type { Ballot } from '#domain/ballot';
import type { Viewer } from '#domain/present-retro';
import type { Result } from '#domain/result';
import { ok } from '#domain/result';
import type { App, Caller } from '../app';
import type { Document } from '../live/document';
import type { Part } from '../live/keys';
import type { RecordKey, StoredRecord } from '../ports/records';

/** The caller's own ballot in the open round, as read; a command may put another one in its place. */
export interface BallotSlot {
  round: number;
  before: Ballot;
  ballot: Ballot;
}

export interface CommandContext {
  app: App;
  caller: Caller;
  viewer: Viewer;
  may: Abilities;
  doc: Document;
  /** Records read beside the document, by name. */
  records: ReadonlyMap<string, StoredRecord>;
  ballot: BallotSlot | null;
  id: string;
  base: number;
  now: number;
}

/** What must be told or done besides writing what the document holds now. */
export interface Decision {
  /** Columns that have just been revealed. */
  revealed?: string[];
  votes?: RetroEvent['votes'];
  actions?: Record<string, PublicAction>;
  /** Work in several transactions that starts once this one is written. */
  followUp?: 'count-votes' | 'close-retro';
}

export interface CommandRule<N extends CommandName> {
  /** The parts of the retro it reads, besides the head. */
  parts(payload: Commands[N]): Part[];
  /** Further records it reads. */
  extra?(payload: Commands[N]): RecordKey[];
  may: Ability;
  decide(context: CommandContext, payload: Commands[N]): Result<Decision> | Promise<Result<Decision>>;
}

/** Decided, with nothing more to tell. */
export const done = (decision: Decision = {}): Result<Decision> => ok(decision);
