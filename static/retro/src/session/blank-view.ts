import { abilities } from '#domain/abilities';
import { teamOfRetro } from '#domain/ids';
import type { PublicHead, PublicSetup } from '#domain/retro';
import { VOTING_DEFAULTS } from '#domain/voting';
import type { RetroView } from './types';

/** What is shown before anything is known: nothing is on the board and nothing is allowed. */
export function blankView(retroId: string): RetroView {
  const head: PublicHead = {
    retroId,
    teamId: teamOfRetro(retroId),
    projectId: '',
    state: 'lobby',
    step: { id: '', kind: 'collect' },
    anonymity: 'anonymous',
    revealed: [],
    timer: null,
    voting: null,
    topic: null,
    facilitators: [],
    tiers: 1,
  };
  const setup: PublicSetup = {
    title: '',
    format: '',
    columns: [],
    agenda: [],
    votes: VOTING_DEFAULTS,
    createdAt: 0,
    startedAt: null,
    closedAt: null,
    results: [],
    attendees: [],
  };
  const me = { accountId: '', joined: false, ballot: null };
  return {
    phase: 'loading',
    refusal: null,
    connection: 'catching-up',
    reloadNeeded: false,
    head,
    setup,
    items: new Map(),
    actions: {},
    me,
    abilities: abilities(head, me),
    ballot: null,
    cast: null,
    result: undefined,
    pending: new Set(),
    waiting: 0,
    tray: [],
    notice: null,
  };
}
