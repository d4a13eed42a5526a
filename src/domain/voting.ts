import type { VoteLimits } from './ballot';

/** A voting round as the head keeps it. `counting`: closed to votes, the tally is not written yet. */
export interface Voting extends VoteLimits {
  round: number;
  state: 'open' | 'counting' | 'closed';
  /** Gate records of this round: a vote checks the one of its voter. */
  gates: number;
  /** Participants when it was opened. */
  voters: number;
}

export const VOTING_DEFAULTS: VoteLimits = { budget: 5, perTopic: 3 };
export const BUDGET_MAX = 20;
export const GATES_MAX = 8;

/** Gates a round gets: about one for every twelve participants, eight at most. */
export const gatesFor = (participants: number): number =>
  Math.min(GATES_MAX, Math.max(1, Math.ceil(participants / 12)));

/** The outcome of a closed round: votes by card, and how much was cast of how much. */
export interface VotingResult {
  round: number;
  totals: Record<string, number>;
  cast: number;
  possible: number;
  voters: number;
}
