import type { Topic } from '../../../../src/domain/board';
import { topicVotes, voteCommand, votesLeft } from '../../../../static/retro/src/features/voting/my-votes';

const card = (id: string, group?: string) => ({
  kind: 'card' as const,
  id,
  column: 'stop',
  text: id,
  order: 1,
  ...(group ? { group } : {}),
});
const single: Topic = { id: 'a', column: 'stop', group: null, title: 'a', cards: [card('a')], votes: 0 };
const group: Topic = {
  id: 'b',
  column: 'stop',
  group: 'g',
  title: 'b',
  cards: [card('b', 'g'), card('c', 'g')],
  votes: 0,
};
const voting = { round: 1, state: 'open' as const, gates: 1, voters: 3, budget: 5, perTopic: 3 };

describe('my votes', () => {
  test('a group is one topic: votes lie on the group', () => {
    const ballot = { votes: { gg: 2 } };
    expect(topicVotes(ballot, group, voting)).toEqual({ mine: 2, mayAdd: true, mayTake: true, stop: null });
    expect(voteCommand(ballot, group, 1)).toEqual({ card: 'b', count: 3 });
    expect(voteCommand(ballot, group, -1)).toEqual({ card: 'b', count: 1 });
  });

  test('a command says how many, never "one more"', () => {
    expect(voteCommand({ votes: { a: 1 } }, single, 1)).toEqual({ card: 'a', count: 2 });
    expect(voteCommand(null, single, -1)).toEqual({ card: 'a', count: 0 });
  });

  test('the limit of a topic and the end of the budget are told apart', () => {
    expect(topicVotes({ votes: { a: 3 } }, single, voting)).toMatchObject({ mayAdd: false, stop: 'topic' });
    expect(topicVotes({ votes: { x: 3, y: 2 } }, single, voting)).toMatchObject({
      mayAdd: false,
      mayTake: false,
      stop: 'budget',
    });
  });

  test('nothing left stays nothing when the budget was lowered', () => {
    expect(votesLeft({ votes: { a: 3, b: 2 } }, { ...voting, budget: 3 })).toBe(0);
    expect(votesLeft(null, voting)).toBe(5);
  });
});
