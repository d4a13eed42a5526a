import type { Outcome } from '#contract/api';
import type { Command } from '#contract/commands';
import { abilities, whyNot } from '#domain/abilities';
import type { Actor } from '#domain/abilities';
import type { Ballot } from '#domain/ballot';
import { topicKey } from '#domain/board';
import type { Viewer } from '#domain/present-retro';
import { refuse } from '#domain/result';
import type { Head } from '#domain/retro';
import type { Result } from '#domain/result';
import type { App, Caller } from '../app';
import type { BallotSlot, CommandContext, Decision } from '../commands/command';
import type { Document } from '../live/document';
import type { Loaded } from '../live/load';
import { viewerOf } from '../live/secrets';
import type { Change } from '../ports/records';
import { ballotChanges, loadBallot, storedBallot } from './ballot-slot';
import { alreadyDone } from './already-done';
import { ruleOf } from './needs';

export interface Decided {
  outcomes: Outcome[];
  decisions: Decision[];
  /** Ids of the commands that were carried out. */
  carried: string[];
  /** Changes beside the document: the ballot, under the condition of its gate. */
  changes: Change[];
  ballot: BallotSlot | null;
  viewer: Viewer;
  /** A command found everything as it wants it: true only of the latest reading. */
  idle: boolean;
}

/** Decides a batch in its order; a refused command leaves no trace and does not stop the rest. */
export async function decideAll(
  app: App,
  caller: Caller,
  loaded: Loaded,
  commands: readonly Command[],
  { joined, strict }: { joined: boolean; strict: boolean },
): Promise<Decided> {
  const { doc } = loaded;
  const viewer = await viewerOf(app, doc.head, caller.accountId);
  const votes = joined && commands.some((command) => command.name === 'castVote');
  const own = votes ? await loadBallot(app, doc.head, viewer) : null;
  const ballot = own && own.slot;
  const decided: Decided = { outcomes: [], decisions: [], carried: [], changes: [], ballot, viewer, idle: false };
  for (const command of commands) {
    const changes = countChanges(doc, ballot);
    const outcome = await decideOrUndo({ app, caller, loaded, viewer, joined, strict, ballot }, command);
    decided.outcomes.push(outcome.ok ? { ok: true } : outcome);
    if (!outcome.ok) continue;
    if (changes() === 0 && !alreadyDone(doc, command)) decided.idle = true;
    decided.decisions.push(outcome.value);
    decided.carried.push(command.id);
  }
  if (own) decided.changes = ballotChanges(doc.retroId, own);
  return decided;
}

/** Counts what is changed from now on. */
function countChanges(doc: Document, ballot: BallotSlot | null): () => number {
  const { edits } = doc;
  const votes = ballot?.ballot;
  return () => doc.edits - edits + (ballot?.ballot === votes ? 0 : 1);
}

async function decideOrUndo(turn: Turn, command: Command): Promise<Result<Decision>> {
  const undo = turn.loaded.doc.checkpoint();
  const votes = turn.ballot?.ballot;
  const outcome = await decideOne(turn, command);
  if (!outcome.ok) {
    undo();
    if (turn.ballot && votes) turn.ballot.ballot = votes;
  }
  return outcome;
}

interface Turn {
  app: App;
  caller: Caller;
  loaded: Loaded;
  viewer: Viewer;
  joined: boolean;
  /** Whether what was read is the latest. */
  strict: boolean;
  ballot: BallotSlot | null;
}

async function decideOne(turn: Turn, command: Command): Promise<Result<Decision>> {
  const { app, caller, loaded, viewer, joined, ballot } = turn;
  const { doc, records } = loaded;
  const { rule, payload } = ruleOf(command);
  const head = doc.head;
  // Done already, by an earlier attempt whose answer got lost: what follows it must follow again.
  if (alreadyDone(doc, command)) return { ok: true, value: followUpOf(command, doc) };
  const actor = { accountId: caller.accountId, joined };
  if (closedAsAsked(head, command, actor)) return { ok: true, value: {} };
  if (await votedAsAsked(turn, command)) return { ok: true, value: {} };
  const may = abilities(head, actor);
  if (!may[rule.may]) return refuse(whyNot(head, actor, rule.may));
  const context: CommandContext = {
    app,
    caller,
    viewer,
    may,
    doc,
    records: doc.over(records),
    ballot,
    id: command.id,
    base: command.base ?? Number.MAX_SAFE_INTEGER,
    now: doc.now,
  };
  const decision = await rule.decide(context, payload);
  if (decision.ok && doc.head !== head) doc.setHead(touched(doc.head, command.id, doc.now));
  return decision;
}

/** The last step of closing forgets which commands there were: a facilitator's repeat finds it done. */
const closedAsAsked = (head: Head, command: Command, actor: Actor): boolean =>
  command.name === 'closeRetro' && head.state === 'closed' && head.facilitators.includes(actor.accountId);

/** A vote that counts is not called refused, though its round was closed before its repeat. Only the latest reading knows the round. */
async function votedAsAsked(turn: Turn, command: Command): Promise<boolean> {
  if (command.name !== 'castVote' || !turn.joined || !turn.strict) return false;
  const { doc } = turn.loaded;
  const card = doc.item(command.payload.card);
  if (card?.kind !== 'card' || doc.head.voting?.state === 'open') return false;
  const ballot = await ballotSoFar(turn, doc.head);
  return ballot !== null && (ballot.votes[topicKey(card)] ?? 0) === command.payload.count;
}

/** The caller's ballot with what came before in this batch, which is not stored yet. */
async function ballotSoFar({ app, viewer, ballot }: Turn, head: Head): Promise<Ballot | null> {
  return ballot && ballot.round === head.voting?.round ? ballot.ballot : storedBallot(app, head, viewer);
}

/** What every change of the head notes: that somebody leads this retro still, and the command, for its repeat. */
const touched = (head: Head, command: string, now: number): Head => ({
  ...head,
  touchedAt: now,
  recent: [...head.recent, command].slice(-8),
});

function followUpOf(command: Command, doc: Document): Decision {
  if (command.name === 'closeVoting') return { followUp: 'count-votes' };
  if (command.name === 'closeRetro') return { followUp: 'close-retro' };
  // The function may have died between turning the cards and telling their texts.
  if (command.name === 'revealCards' || command.name === 'advanceStep') return { revealed: doc.head.revealed };
  return {};
}
