/** From anything to a request of the wire, or a refusal. Nothing else in the app looks at raw payloads. */
import * as v from 'valibot';
import { ANONYMITY } from '#domain/retro';
import { ACCOUNT_ID, COMMAND_ID, ITEM_ID, ACTION_ID, RETRO_ID } from '#domain/ids';
import { COLUMNS_MAX, COLUMN_COLORS, COLUMN_ID } from '#domain/column';
import { STEP_KINDS } from '#domain/step';
import { BUDGET_MAX } from '#domain/voting';
import type { Result } from '#domain/result';
import { ok, refuse } from '#domain/result';
import type { Command, CommandName } from './commands';
import type { RetroRequest, RunRequest, SyncRequest } from './api';
import { CONTRACT_VERSION } from './version';

/** Longer than any accepted text, so that "too long" is said by the rule, with the text kept. */
const typed = v.pipe(v.string(), v.maxLength(20_000));
const item = v.pipe(v.string(), v.regex(ITEM_ID));
const account = v.pipe(v.string(), v.regex(ACCOUNT_ID));
const columnId = v.pipe(v.string(), v.regex(COLUMN_ID));
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const shard = whole(0, 45);
const seconds = whole(1, 4 * 60 * 60);
const nothing = v.strictObject({});
const votes = v.strictObject({ budget: whole(1, BUDGET_MAX), perTopic: whole(1, BUDGET_MAX) });
const column = v.strictObject({
  id: columnId,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  prompt: v.pipe(v.string(), v.maxLength(120)),
  color: v.picklist(COLUMN_COLORS),
});
const step = v.strictObject({ id: columnId, kind: v.picklist(STEP_KINDS), minutes: whole(0, 240) });
const day = v.nullable(v.pipe(v.string(), v.maxLength(10)));
const actionState = v.picklist(['open', 'done', 'dropped']);
const actionId = v.pipe(v.string(), v.regex(ACTION_ID));

const COMMANDS: Record<CommandName, v.GenericSchema> = {
  addCard: v.strictObject({ shard, column: columnId, text: typed, signed: v.optional(v.boolean()) }),
  editCard: v.strictObject({ card: item, text: typed }),
  deleteCard: v.strictObject({ card: item }),
  restoreCard: v.strictObject({ card: item }),
  moveCard: v.strictObject({ card: item, column: columnId }),
  groupCards: v.strictObject({
    cards: v.pipe(v.array(item), v.minLength(1), v.maxLength(20)),
    onto: item,
    group: item,
  }),
  ungroupCards: v.strictObject({ cards: v.pipe(v.array(item), v.minLength(1), v.maxLength(20)) }),
  renameGroup: v.strictObject({ group: item, title: typed }),
  revealCards: v.strictObject({ columns: v.pipe(v.array(columnId), v.minLength(1), v.maxLength(COLUMNS_MAX)) }),
  concealCards: v.strictObject({ columns: v.pipe(v.array(columnId), v.minLength(1), v.maxLength(COLUMNS_MAX)) }),
  advanceStep: v.strictObject({ step: columnId }),
  startTimer: v.strictObject({ seconds }),
  pauseTimer: nothing,
  resumeTimer: nothing,
  extendTimer: v.strictObject({ seconds: whole(-3600, 3600) }),
  stopTimer: nothing,
  openVoting: votes,
  castVote: v.strictObject({ card: item, count: whole(0, BUDGET_MAX) }),
  closeVoting: nothing,
  selectTopic: v.strictObject({ card: v.nullable(item) }),
  handOver: v.strictObject({ to: account, keep: v.boolean() }),
  configureRetro: v.strictObject({
    title: v.optional(typed),
    anonymity: v.optional(v.picklist(ANONYMITY)),
    votes: v.optional(votes),
    columns: v.optional(v.pipe(v.array(column), v.minLength(1), v.maxLength(COLUMNS_MAX))),
    agenda: v.optional(v.pipe(v.array(step), v.minLength(1), v.maxLength(20))),
    open: v.optional(v.literal(true)),
  }),
  createActionItem: v.strictObject({
    shard,
    topic: v.nullable(item),
    topicTitle: typed,
    text: typed,
    owner: v.nullable(account),
    due: day,
  }),
  changeActionItem: v.strictObject({
    action: actionId,
    text: v.optional(typed),
    owner: v.optional(v.nullable(account)),
    due: v.optional(day),
    state: v.optional(actionState),
  }),
  closeRetro: nothing,
  reopenRetro: nothing,
};

const revisions = v.pipe(v.array(whole(-1, 2 ** 31 - 1)), v.maxLength(48));
const retro = {
  v: v.number(),
  retroId: v.pipe(v.string(), v.regex(RETRO_ID)),
  ticket: v.pipe(v.string(), v.maxLength(120)),
};
const envelope = v.object({
  id: v.pipe(v.string(), v.regex(COMMAND_ID)),
  name: v.string(),
  base: v.optional(whole(-1, 2 ** 31 - 1)),
});

const requests = {
  retro: v.strictObject(retro),
  sync: v.strictObject({ ...retro, revisions, recount: v.optional(v.boolean()), beat: v.optional(v.boolean()) }),
  run: v.strictObject({ ...retro, revisions, commands: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(20)) }),
  announce: v.strictObject({
    ...retro,
    revisions,
    shards: v.pipe(v.array(shard), v.maxLength(46)),
    commands: v.pipe(v.array(v.pipe(v.string(), v.regex(COMMAND_ID))), v.maxLength(40)),
  }),
};

/** A raw payload held against a schema, its version first: `contract/reload`, `payload/invalid`. */
export function accept<T>(schema: v.GenericSchema<unknown, T>, raw: unknown): Result<T> {
  const version = typeof raw === 'object' && raw !== null ? (raw as { v?: unknown }).v : undefined;
  if (version !== CONTRACT_VERSION) return refuse(typeof version === 'number' ? 'contract/reload' : 'payload/invalid');
  const parsed = v.safeParse(schema, raw);
  return parsed.success ? ok(parsed.output) : refuse('payload/invalid', { at: v.getDotPath(parsed.issues[0]) ?? '' });
}

export const acceptRetro = (raw: unknown): Result<RetroRequest> => accept(requests.retro, raw);
export const acceptSync = (raw: unknown): Result<SyncRequest> =>
  accept(requests.sync as v.GenericSchema<unknown, SyncRequest>, raw);
export const acceptAnnounce = (
  raw: unknown,
): Result<RetroRequest & { shards: number[]; commands: string[]; revisions: number[] }> =>
  accept(requests.announce, raw);

/** A run request whose commands are still raw: each is judged by itself. */
export const acceptRun = (raw: unknown): Result<Omit<RunRequest, 'commands'> & { commands: unknown[] }> =>
  accept(requests.run, raw);

/** One command, or why it is none. */
export function acceptCommand(raw: unknown): Result<Command> {
  const outer = v.safeParse(envelope, raw);
  if (!outer.success) return refuse('payload/invalid');
  if (!Object.hasOwn(COMMANDS, outer.output.name)) return refuse('payload/invalid', { at: 'name' });
  const schema = COMMANDS[outer.output.name as CommandName];
  const inner = v.safeParse(schema, (raw as { payload?: unknown }).payload);
  if (!inner.success) return refuse('payload/invalid', { at: v.getDotPath(inner.issues[0]) ?? '' });
  return ok({ ...outer.output, payload: inner.output } as Command);
}
