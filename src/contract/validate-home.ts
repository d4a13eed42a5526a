/** Requests around the board: the home page, teams, new retros, action items. */
import * as v from 'valibot';
import { COLUMN_ID } from '#domain/column';
import { ACCOUNT_ID, ACTION_ID, COMMAND_ID, RETRO_ID, TEAM_ID } from '#domain/ids';
import { ANONYMITY } from '#domain/retro';
import { MEMBERS_MAX } from '#domain/team';
import { BUDGET_MAX } from '#domain/voting';
import type { Result } from '#domain/result';
import type { Api } from './api';
import { accept } from './validate';

/** Longer than any accepted text, so that "too long" is said by the rule, with the text kept. */
const typed = v.pipe(v.string(), v.maxLength(20_000));
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const matching = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern));
const teamId = matching(TEAM_ID);
const retroId = matching(RETRO_ID);
const account = matching(ACCOUNT_ID);
const votes = v.strictObject({ budget: whole(1, BUDGET_MAX), perTopic: whole(1, BUDGET_MAX) });
const version = v.number();

const BOARDS_MAX = 20;
const LABELS_MAX = 10;
/** Jira's labels know no spaces and end at 255 characters. */
const label = v.pipe(v.string(), v.regex(/^[^\s]{1,255}$/u));

const requests = {
  home: v.strictObject({ v: version, teamId: v.optional(teamId) }),
  listClosed: v.strictObject({ v: version, teamId, cursor: v.pipe(v.string(), v.maxLength(80)) }),
  createRetro: v.strictObject({
    v: version,
    teamId: v.optional(teamId),
    format: matching(COLUMN_ID),
    title: typed,
    anonymity: v.picklist(ANONYMITY),
    votes: v.optional(votes),
    draft: v.optional(v.boolean()),
    id: matching(COMMAND_ID),
  }),
  discardDraft: v.strictObject({ v: version, retroId, restore: v.optional(v.boolean()) }),
  saveTeam: v.strictObject({
    v: version,
    team: v.strictObject({
      id: teamId,
      name: v.optional(typed),
      members: v.optional(v.pipe(v.array(account), v.maxLength(MEMBERS_MAX))),
      jiraBoards: v.optional(v.pipe(v.array(whole(1, 2 ** 31 - 1)), v.maxLength(BOARDS_MAX))),
      defaults: v.optional(v.strictObject({ format: matching(COLUMN_ID), anonymity: v.picklist(ANONYMITY), votes })),
      filing: v.optional(
        v.strictObject({
          issueType: matching(/^\d{0,18}$/),
          labels: v.pipe(v.array(label), v.maxLength(LABELS_MAX)),
          placement: v.picklist(['sprint', 'backlog']),
        }),
      ),
      timeZone: v.optional(matching(/^[A-Za-z0-9_+\-/]{1,64}$/)),
      agreement: v.optional(typed),
    }),
    create: v.optional(v.boolean()),
  }),
  changeAction: v.strictObject({
    v: version,
    action: matching(ACTION_ID),
    text: v.optional(typed),
    owner: v.optional(v.nullable(account)),
    due: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(10)))),
    state: v.optional(v.picklist(['open', 'done', 'dropped'])),
  }),
};

type Request<Name extends keyof Api> = Parameters<Api[Name]>[0];
const schemaOf = <Name extends keyof typeof requests & keyof Api>(name: Name) =>
  requests[name] as unknown as v.GenericSchema<unknown, Request<Name>>;

export const acceptHome = (raw: unknown): Result<Request<'home'>> => accept(schemaOf('home'), raw);
export const acceptListClosed = (raw: unknown): Result<Request<'listClosed'>> => accept(schemaOf('listClosed'), raw);
export const acceptCreateRetro = (raw: unknown): Result<Request<'createRetro'>> => accept(schemaOf('createRetro'), raw);
export const acceptDiscardDraft = (raw: unknown): Result<Request<'discardDraft'>> =>
  accept(schemaOf('discardDraft'), raw);
export const acceptSaveTeam = (raw: unknown): Result<Request<'saveTeam'>> => accept(schemaOf('saveTeam'), raw);
export const acceptChangeAction = (raw: unknown): Result<Request<'changeAction'>> =>
  accept(schemaOf('changeAction'), raw);
