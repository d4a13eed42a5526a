import type { Topic } from '../../../../src/domain/board';
import { placeOf, suggestedMinutes } from '../../../../static/retro/src/features/discuss/topic-place';

const topic = (id: string, votes: number, ...more: string[]): Topic => ({
  id,
  column: 'stop',
  group: null,
  title: id,
  cards: [id, ...more].map((card) => ({ kind: 'card', id: card, column: 'stop', text: card, order: 1 })),
  votes,
});
const topics = [topic('a', 3), topic('b', 2, 'c'), topic('d', 0)];

describe('the discussion', () => {
  test('finds the topic by any of its cards, with what comes before and after', () => {
    expect(placeOf(topics, 'c')).toMatchObject({ index: 1, previous: { id: 'a' }, next: { id: 'd' } });
    expect(placeOf(topics, 'd')?.next).toBeNull();
  });

  test('a card that was deleted is nobody’s place', () => {
    expect(placeOf(topics, 'zzz')).toBeNull();
    expect(placeOf(topics, null)).toBeNull();
  });

  test('the step’s time is shared by the topics with votes, within reason', () => {
    expect(suggestedMinutes(25, topics)).toBe(13);
    expect(
      suggestedMinutes(
        10,
        Array.from({ length: 9 }, (_, i) => topic(`t${i}`, 1)),
      ),
    ).toBe(3);
    expect(suggestedMinutes(60, [topic('a', 1)])).toBe(15);
    expect(
      suggestedMinutes(25, [topic('a', 0), topic('b', 0), topic('c', 0), topic('d', 0), topic('e', 0), topic('f', 0)]),
    ).toBe(5);
  });
});
