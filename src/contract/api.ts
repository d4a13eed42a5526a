/** The wire between page and function, typed once for `makeResolver` and `makeInvoke`. JSON only. */
import type { Ballot } from '#domain/ballot';
import type { Anonymity, PublicHead, PublicSetup, RetroState } from '#domain/retro';
import type { PublicItem } from '#domain/present-retro';
import type { Refusal } from '#domain/refusal';
import type { PublicAction } from '#domain/action-item';
import type { Team } from '#domain/team';
import type { Command } from './commands';
import type { Revisions } from './events';

export type Answer<T> = ({ ok: true } & T) | { ok: false; refusal: Refusal };

/** What every request about one retro carries. `ticket`: proof of project access, '' to ask for one. */
export interface RetroRequest {
  v: number;
  retroId: string;
  ticket: string;
}

/** How to listen: a global channel with a subscribe-only token. */
export interface Wire {
  channel: string;
  token: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

/** A retro as the caller may see it; in a partial one only what changed is there. */
export interface RetroPicture {
  head?: { rev: number; value: PublicHead };
  setup?: { rev: number; value: PublicSetup };
  shards: { shard: number; rev: number; items: PublicItem[] }[];
  /** Action items of the shards sent, by their id on the board. */
  actions: Record<string, PublicAction>;
  revisions: Revisions;
}

/** The caller in this retro. */
export interface Me {
  accountId: string;
  joined: boolean;
  /** Own votes of the current round; null when there is none. */
  ballot: Ballot | null;
}

export interface VotesCast {
  round: number;
  /** Votes used, by the tag of a participant (a tag lives for one round and tells no name). */
  byTag: Record<string, number>;
}

export interface OpenRetroAnswer {
  picture: RetroPicture;
  me: Me;
  ticket: string;
  wire: Wire;
  cast: VotesCast | null;
  /** Server time, epoch milliseconds. */
  now: number;
}

export interface SyncRequest extends RetroRequest {
  /** What the caller holds; -1 where it wants everything. */
  revisions: Revisions;
  /** Count the votes cast again. */
  recount?: boolean;
  /** The caller's turn to tell everybody the revisions. */
  beat?: boolean;
}

export interface SyncAnswer {
  picture: RetroPicture;
  me: Me;
  cast: VotesCast | null;
  now: number;
}

export interface RunRequest extends RetroRequest {
  revisions: Revisions;
  commands: Command[];
}

export type Outcome = { ok: true } | { ok: false; refusal: Refusal };

export interface RunAnswer {
  /** One outcome per command, in their order. */
  outcomes: Outcome[];
  picture: RetroPicture;
  ballot: Ballot | null;
  now: number;
  /** The broadcast was refused: the caller announces these commands again unless an event covers them. */
  unannounced: boolean;
}

/** One row of the list of retros. */
export interface RetroRow {
  retroId: string;
  teamId: string;
  title: string;
  state: RetroState;
  format: string;
  /** Epoch milliseconds of the last change of state. */
  at: number;
  facilitators: string[];
  cards: number | null;
  actions: number | null;
  participants: number | null;
}

export interface HomeAnswer {
  teams: Team[];
  /** Of the chosen team. */
  team: Team;
  open: RetroRow[];
  closed: { rows: RetroRow[]; cursor: string | null };
  /** Open action items of the team, overdue first, at most 50. */
  actions: PublicAction[];
  may: { start: boolean; changeTeam: boolean };
  now: number;
}

/** A field of the create screen a person must fill, reduced to what the form needs. */
export interface FilingField {
  id: string;
  name: string;
  type: 'string' | 'text' | 'number' | 'date' | 'option' | 'options' | 'user' | 'unknown';
  options: { id: string; name: string }[];
}

export interface FilingForm {
  issueTypes: { id: string; name: string; iconUrl?: string }[];
  issueType: string;
  /** Required fields of the chosen type that Sternlight does not fill by itself. */
  required: FilingField[];
  sprint: { id: number; name: string } | null;
  placement: 'sprint' | 'backlog';
  labels: string[];
}

export interface FileIssueRequest {
  v: number;
  action: string;
  issueType?: string;
  placement?: 'sprint' | 'backlog';
  fields?: Record<string, unknown>;
  /** The person says that the earlier attempt created nothing. */
  again?: true;
}

type Call<Request, Value> = (request: Request) => Answer<Value>;

/** Every resolver function: key, request, answer. */
export type Api = {
  home: Call<{ v: number; teamId?: string }, HomeAnswer>;
  listClosed: Call<{ v: number; teamId: string; cursor: string }, { rows: RetroRow[]; cursor: string | null }>;
  createRetro: Call<
    {
      v: number;
      teamId?: string;
      format: string;
      title: string;
      anonymity: Anonymity;
      votes?: { budget: number; perTopic: number };
      draft?: boolean;
      /** Made by the client: a repeat gives the same retro. */
      id: string;
    },
    { retroId: string }
  >;
  discardDraft: Call<{ v: number; retroId: string; restore?: boolean }, object>;
  openRetro: Call<RetroRequest, OpenRetroAnswer>;
  sync: Call<SyncRequest, SyncAnswer>;
  run: Call<RunRequest, RunAnswer>;
  renew: Call<{ v: number; retroId: string }, { ticket: string; wire: Wire }>;
  /** The author's repetition of a refused broadcast. */
  announce: Call<RetroRequest & { shards: number[]; commands: string[]; revisions: Revisions }, object>;
  saveTeam: Call<
    {
      v: number;
      team: Partial<
        Pick<Team, 'name' | 'members' | 'jiraBoards' | 'defaults' | 'filing' | 'timeZone' | 'agreement'>
      > & { id: string };
      create?: boolean;
    },
    { team: Team }
  >;
  filingForm: Call<{ v: number; action: string; issueType?: string }, { form: FilingForm }>;
  /** `notOnScreen`: fields the project's create screen has no place for, or `sprint`; the issue was made without them. */
  fileIssue: Call<FileIssueRequest, { action: PublicAction; notOnScreen?: string[] }>;
  checkFiling: Call<{ v: number; action: string }, { action: PublicAction }>;
  changeAction: Call<
    {
      v: number;
      action: string;
      text?: string;
      owner?: string | null;
      due?: string | null;
      state?: 'open' | 'done' | 'dropped';
    },
    { action: PublicAction }
  >;
};

export type ApiName = keyof Api;
