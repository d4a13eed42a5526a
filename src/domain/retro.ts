import type { Column } from './column';
import type { Step, StepKind } from './step';
import type { Timer } from './timer';
import type { VoteLimits } from './ballot';
import type { Voting, VotingResult } from './voting';
import { must } from './assert';

/** named: cards are signed · anonymous: nobody's · author-decides: each card as its author chose. */
export const ANONYMITY = ['named', 'anonymous', 'author-decides'] as const;
export type Anonymity = (typeof ANONYMITY)[number];

/** draft: prepared, invisible to others' lists of running ones · lobby: people gather · closing: being tidied up. */
export type RetroState = 'draft' | 'lobby' | 'running' | 'closing' | 'closed';

/** What everybody in the retro may know of its head, and what every event about it carries. */
export interface PublicHead {
  retroId: string;
  teamId: string;
  projectId: string;
  state: RetroState;
  step: { id: string; kind: StepKind };
  anonymity: Anonymity;
  /** Columns whose cards lie face up. */
  revealed: string[];
  timer: Timer | null;
  voting: Voting | null;
  /** The topic being discussed: the id of one of its cards. */
  topic: string | null;
  facilitators: string[];
  tiers: 1 | 2;
}

/** The head as it is stored: what changes with every move of the facilitator, and the retro's secrets. */
export interface Head extends PublicHead {
  v: 1;
  /** Ids of the columns, so that adding a card needs no setup. */
  columns: string[];
  /** Key of the pseudonyms; null once the retro is closed: then nobody can tell who wrote what. */
  pepper: string | null;
  /** Key of the access tickets. */
  ticketKey: string;
  /** Name of the broadcast channel. */
  channel: string;
  /** Raised when a person is removed: old tokens stop working. */
  epoch: number;
  /** Server time of the last command of the facilitators, for the sweep that closes forgotten retros. */
  touchedAt: number;
  /** Ids of the last commands that changed the head: a repeat of one is done already. */
  recent: string[];
}

/** What hardly ever changes, kept apart because commands don't read it. */
export interface Setup {
  v: 1;
  title: string;
  format: string;
  columns: Column[];
  agenda: Step[];
  votes: VoteLimits;
  createdAt: number;
  startedAt: number | null;
  closedAt: number | null;
  /** Outcomes of the closed voting rounds, oldest first. */
  results: VotingResult[];
  /** Who took part: sorted, without times; written at close. */
  attendees: string[];
}

export type PublicSetup = Omit<Setup, 'v'>;

/** The head without its secrets. */
export function publicHead(head: Head): PublicHead {
  const { retroId, teamId, projectId, state, step, anonymity, revealed, timer, voting, topic, facilitators, tiers } =
    head;
  return { retroId, teamId, projectId, state, step, anonymity, revealed, timer, voting, topic, facilitators, tiers };
}

/** The setup as everybody may see it. */
export function publicSetup(setup: Setup): PublicSetup {
  const { v: _version, ...rest } = setup;
  return rest;
}

export interface NewRetro {
  retroId: string;
  teamId: string;
  projectId: string;
  title: string;
  format: string;
  columns: Column[];
  agenda: Step[];
  anonymity: Anonymity;
  votes: VoteLimits;
  facilitator: string;
  draft: boolean;
  now: number;
  secrets: { pepper: string; ticketKey: string; channel: string };
}

/** A retro at its very beginning: a draft, or a lobby people can enter. */
export function createRetro(input: NewRetro): { head: Head; setup: Setup } {
  const first = must(input.agenda[0], 'a first step');
  const { retroId, teamId, projectId, anonymity, now, title, format, columns, agenda, votes } = input;
  const head: Head = {
    v: 1,
    retroId,
    teamId,
    projectId,
    anonymity,
    state: input.draft ? 'draft' : 'lobby',
    step: { id: first.id, kind: first.kind },
    revealed: [],
    timer: null,
    voting: null,
    topic: null,
    facilitators: [input.facilitator],
    tiers: 1,
    epoch: 1,
    touchedAt: now,
    recent: [],
    columns: columns.map((column) => column.id),
    ...input.secrets,
  };
  const setup: Setup = {
    v: 1,
    title,
    format,
    columns,
    agenda,
    votes,
    createdAt: now,
    startedAt: null,
    closedAt: null,
    results: [],
    attendees: [],
  };
  return { head, setup };
}
