import type { VotesCast } from '#contract/api';

/** How many votes each participant of the open round has used, by tags that tell no name. */
export class CastCount {
  private round = 0;
  private tags = new Map<string, { used: number; at: number }>();

  /** A new round starts at nothing. */
  enterRound(round: number): void {
    if (round === this.round) return;
    this.round = round;
    this.tags = new Map();
  }

  /** One participant's votes from an event; the later told (server time) wins. */
  take(votes: { round: number; tag: string; used: number }, at: number): void {
    if (votes.round > this.round) this.enterRound(votes.round);
    if (votes.round !== this.round) return;
    const known = this.tags.get(votes.tag);
    if (!known || at >= known.at) this.tags.set(votes.tag, { used: votes.used, at });
  }

  /** The server has counted again. */
  recount(cast: VotesCast, at: number): void {
    for (const [tag, used] of Object.entries(cast.byTag)) this.take({ round: cast.round, tag, used }, at);
  }

  /** Votes used by everybody, and people who have used `budget` or more. */
  sum(budget: number): { used: number; done: number } {
    let used = 0;
    let done = 0;
    for (const tag of this.tags.values()) {
      used += tag.used;
      if (tag.used >= budget) done += 1;
    }
    return { used, done };
  }
}
