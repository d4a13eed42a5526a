import type { Topic } from '../../../../src/domain/board';
import { carriedCard, carriedTopic, deedOf } from '../../../../static/retro/src/features/grouping/carried';

const card = (id: string, column = 'stop') => ({ kind: 'card' as const, id, column, text: `text of ${id}`, order: 1 });
const single: Topic = { id: 'a', column: 'stop', group: null, title: 'a', cards: [card('a')], votes: 0 };
const group: Topic = { id: 'b', column: 'stop', group: 'g', title: 'b', cards: [card('b'), card('c')], votes: 0 };

describe('what letting go means', () => {
  test('on another card: group, and nothing else', () => {
    expect(deedOf(carriedTopic(single), { kind: 'topic', topic: 'b' })).toEqual({
      kind: 'group',
      cards: ['a'],
      onto: 'b',
    });
    expect(deedOf(carriedTopic(group), { kind: 'topic', topic: 'a' })).toEqual({
      kind: 'group',
      cards: ['b', 'c'],
      onto: 'a',
    });
  });

  test('on itself, or on the column it lies in: nothing', () => {
    expect(deedOf(carriedTopic(single), { kind: 'topic', topic: 'a' })).toBeNull();
    expect(deedOf(carriedTopic(single), { kind: 'column', column: 'stop' })).toBeNull();
    expect(deedOf(carriedTopic(group), { kind: 'column', column: 'stop' })).toBeNull();
    expect(deedOf(carriedCard(group, group.cards[1]!), { kind: 'topic', topic: 'b' })).toBeNull();
  });

  test('on another column: move there, a group as a whole', () => {
    expect(deedOf(carriedTopic(group), { kind: 'column', column: 'start' })).toEqual({
      kind: 'move',
      cards: ['b', 'c'],
      column: 'start',
      group: 'g',
    });
  });

  test('a card of a group let go over its own column leaves the group', () => {
    expect(deedOf(carriedCard(group, group.cards[1]!), { kind: 'column', column: 'stop' })).toEqual({
      kind: 'take-out',
      cards: ['c'],
    });
  });
});
