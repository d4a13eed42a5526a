import { boardOf } from '../../../../src/domain/board';
import type { PublicItem } from '../../../../src/domain/present-retro';
import { shareBoard } from '../../../../static/retro/src/features/board/share-board';

const columns = [
  { id: 'stop', name: 'Stop', prompt: '', color: 'red' as const },
  { id: 'start', name: 'Start', prompt: '', color: 'blue' as const },
];
const card = (id: string, column: string, order: number): PublicItem => ({ kind: 'card', id, column, text: id, order });
const items = [card('a', 'stop', 1), card('b', 'stop', 2), card('c', 'start', 3)];

describe('a board after a change', () => {
  test('is the same object when nothing in it changed', () => {
    const before = boardOf(columns, items, undefined);
    expect(shareBoard(before, boardOf(columns, [...items], undefined))).toBe(before);
  });

  test('keeps every topic and lane but the changed ones', () => {
    const before = shareBoard(null, boardOf(columns, items, undefined));
    const after = shareBoard(before, boardOf(columns, [...items, card('d', 'stop', 4)], undefined));
    expect(after).not.toBe(before);
    expect(after.columns[1]).toBe(before.columns[1]);
    expect(after.columns[0]).not.toBe(before.columns[0]);
    expect(after.columns[0]!.topics.slice(0, 2)).toEqual([before.columns[0]!.topics[0], before.columns[0]!.topics[1]]);
    expect(after.columns[0]!.topics[0]).toBe(before.columns[0]!.topics[0]);
  });

  test('shows a changed text', () => {
    const before = shareBoard(null, boardOf(columns, items, undefined));
    const changed: PublicItem[] = [{ ...items[0]!, text: 'new' } as PublicItem, ...items.slice(1)];
    const after = shareBoard(before, boardOf(columns, changed, undefined));
    expect(after.columns[0]!.topics[0]!.title).toBe('new');
    expect(after.columns[0]!.topics[1]).toBe(before.columns[0]!.topics[1]);
  });

  test('follows a new order without making the topics anew', () => {
    const result = { round: 1, totals: { b: 2 }, cast: 2, possible: 4, voters: 2 };
    const before = shareBoard(null, boardOf(columns, items, result));
    const other = { ...result, totals: { b: 2, c: 1 } };
    const after = shareBoard(before, boardOf(columns, items, other));
    expect(after.columns[0]).toBe(before.columns[0]);
    expect(after.columns[1]!.topics[0]!.votes).toBe(1);
  });
});
