/** What the facilitator's commands will do. */
import type { Command } from '#contract/commands';
import type { PublicHead } from '#domain/retro';
import type { Result } from '#domain/result';
import { TITLE_MAX, acceptLine } from '#domain/text';
import type { Timer } from '#domain/timer';
import { extendTimer, pauseTimer, resumeTimer, startTimer } from '#domain/timer';
import type { DraftState } from './draft-state';

type Lead = Extract<
  Command,
  {
    name:
      | 'revealCards'
      | 'concealCards'
      | 'advanceStep'
      | 'startTimer'
      | 'pauseTimer'
      | 'resumeTimer'
      | 'extendTimer'
      | 'stopTimer'
      | 'openVoting'
      | 'closeVoting'
      | 'selectTopic'
      | 'handOver'
      | 'configureRetro'
      | 'closeRetro'
      | 'reopenRetro';
  }
>;

/** Lays a facilitator's command over the state. Counting votes, closing and reopening are the server's to say. */
export function predictLead(state: DraftState, command: Lead): void {
  if (!state.head.facilitators.includes(state.me.accountId)) return;
  switch (command.name) {
    case 'revealCards':
      return change(state, { revealed: [...new Set([...state.head.revealed, ...command.payload.columns])] });
    case 'concealCards':
      return change(state, { revealed: state.head.revealed.filter((id) => !command.payload.columns.includes(id)) });
    case 'advanceStep':
      return advanceStep(state, command.payload.step);
    case 'selectTopic':
      return change(state, { topic: command.payload.card });
    case 'handOver':
      return handOver(state, command.payload);
    case 'configureRetro':
      return configure(state, command.payload);
    default:
      return predictTimer(state, command);
  }
}

function predictTimer(state: DraftState, command: Lead): void {
  const { timer } = state.head;
  switch (command.name) {
    case 'startTimer':
      return change(state, { timer: startTimer(command.payload.seconds * 1000, state.now) });
    case 'pauseTimer':
      return setTimer(state, pauseTimer(timer, state.now));
    case 'resumeTimer':
      return setTimer(state, resumeTimer(timer, state.now));
    case 'extendTimer':
      return setTimer(state, extendTimer(timer, command.payload.seconds * 1000, state.now));
    case 'stopTimer':
      return change(state, { timer: null });
    default:
      return;
  }
}

function change(state: DraftState, part: Partial<PublicHead>): void {
  state.head = { ...state.head, ...part };
}

function setTimer(state: DraftState, timer: Result<Timer>): void {
  if (timer.ok) change(state, { timer: timer.value });
}

function advanceStep(state: DraftState, id: string): void {
  const step = state.setup.agenda.find((entry) => entry.id === id);
  if (!step) return;
  const starting = state.head.state === 'lobby' || state.head.state === 'draft';
  change(state, {
    state: 'running',
    step: { id: step.id, kind: step.kind },
    timer: starting ? null : state.head.timer,
  });
}

function handOver(state: DraftState, { to, keep }: { to: string; keep: boolean }): void {
  const others = state.head.facilitators.filter((id) => id !== to && (keep || id !== state.me.accountId));
  change(state, { facilitators: [...others, to].sort() });
}

function configure(state: DraftState, payload: Extract<Lead, { name: 'configureRetro' }>['payload']): void {
  const { title: typed, anonymity, open, ...rest } = payload;
  const title = typed === undefined ? undefined : acceptLine(typed, TITLE_MAX);
  if (title && !title.ok) return;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  state.setup = { ...state.setup, ...given, ...(title ? { title: title.value } : {}) };
  if (anonymity) change(state, { anonymity });
  if (open && state.head.state === 'draft') change(state, { state: 'lobby' });
}
