import type { Result } from './result';
import { ok, refuse } from './result';

/** One participant's votes in one round, by card. Secret: only its owner and the tally read it. */
export interface Ballot {
  votes: Record<string, number>;
}

export const emptyBallot = (): Ballot => ({ votes: {} });

/** Votes used so far. */
export const used = (ballot: Ballot): number => Object.values(ballot.votes).reduce((sum, n) => sum + n, 0);

export interface VoteLimits {
  budget: number;
  perTopic: number;
}

/**
 * Sets how many votes lie on a card: a state, never "one more", so that a repeat changes nothing.
 * Lowering a limit keeps what was cast; taking votes away is always allowed.
 */
export function castVote(ballot: Ballot, card: string, count: number, limits: VoteLimits): Result<Ballot> {
  const before = ballot.votes[card] ?? 0;
  if (count === before) return ok(ballot);
  if (count > before) {
    if (count > limits.perTopic) return refuse('vote/topic-limit', { max: String(limits.perTopic) });
    if (used(ballot) - before + count > limits.budget)
      return refuse('vote/limit-reached', { max: String(limits.budget) });
  }
  const votes = { ...ballot.votes };
  if (count > 0) votes[card] = count;
  else delete votes[card];
  return ok({ votes });
}

/** Adds ballots up: votes by card. Every ballot counts exactly once. */
export function tally(ballots: Iterable<Ballot>): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const ballot of ballots)
    for (const [card, n] of Object.entries(ballot.votes)) totals[card] = (totals[card] ?? 0) + n;
  return totals;
}
