import type { Ballot } from '#domain/ballot';
import { used } from '#domain/ballot';
import { topicKey, votesOn } from '#domain/board';
import type { Topic } from '#domain/board';
import type { Voting } from '#domain/voting';

/** What a person's ballot says about one topic, and what they may still do with it. */
export interface TopicVotes {
  mine: number;
  mayAdd: boolean;
  mayTake: boolean;
  /** Why no further vote is possible: none left, or as many as one topic may have. */
  stop: 'budget' | 'topic' | null;
}

const counts = new WeakMap<Ballot, number>();

/** Votes used, added up once per ballot: every topic of the board asks. */
function usedOf(ballot: Ballot): number {
  const known = counts.get(ballot) ?? used(ballot);
  counts.set(ballot, known);
  return known;
}

/** Votes of mine that a round still leaves me. Never negative, even after the budget was lowered. */
export const votesLeft = (ballot: Ballot | null, voting: Voting): number =>
  Math.max(0, voting.budget - (ballot ? usedOf(ballot) : 0));

/** My votes on a topic. They lie on its group, or on its card; some may lie on cards from before they were grouped. */
export const myVotesOn = (ballot: Ballot | null, topic: Topic): number =>
  ballot ? votesOn(topic.cards, ballot.votes) : 0;

/** What the server counts a vote for this topic under, and how many of mine lie there. */
function counted(ballot: Ballot | null, topic: Topic): number {
  const face = topic.cards[0];
  return (face && ballot?.votes[topicKey(face)]) ?? 0;
}

/** Mine, and what is possible next, by the limits of the round. */
export function topicVotes(ballot: Ballot | null, topic: Topic, voting: Voting): TopicVotes {
  const mine = myVotesOn(ballot, topic);
  const stop = votesLeft(ballot, voting) === 0 ? 'budget' : mine >= voting.perTopic ? 'topic' : null;
  return { mine, mayAdd: stop === null, mayTake: counted(ballot, topic) > 0, stop };
}

/** The command that changes my votes on a topic by one: a state, never "one more", so that a repeat changes nothing. */
export const voteCommand = (ballot: Ballot | null, topic: Topic, by: 1 | -1): { card: string; count: number } => ({
  card: topic.id,
  count: Math.max(0, counted(ballot, topic) + by),
});
