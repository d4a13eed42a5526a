import { RUN_MS, smallRun } from './support/small-run';

type Figures = Record<string, number>;

it(
  'still measures how cost grows',
  async () => {
    const growth = await smallRun<{ board: Figures[]; history: Figures[]; reminders: Figures[] }>('growth');
    expect(growth.board.map((row) => row['cards'])).toEqual([20, 60]);
    for (const row of growth.board) expect(row['loadRequests']).toBeLessThanOrEqual(2);
    const [few, many] = growth.history;
    expect(many?.['requests']).toBe(few?.['requests']);
    expect(growth.reminders[0]?.['invocations']).toBeGreaterThan(0);
  },
  RUN_MS,
);
