import { RUN_MS, smallRun } from './support/small-run';

type Figures = Record<string, number>;

it(
  'still counts what a retro costs',
  async () => {
    const cost = await smallRun<Figures>('cost');
    for (const figure of [
      'invocations',
      'kvsReadBytes',
      'kvsWriteBytes',
      'realtimeOps',
      'jiraPoints',
      'idleInvocations',
      'usd',
    ])
      expect([figure, (cost[figure] ?? 0) > 0]).toEqual([figure, true]);
    expect(cost['participants']).toBe(8);
  },
  RUN_MS,
);

it(
  'still carries a small crowd without losing, doubling or refusing anything',
  async () => {
    const rows = await smallRun<(Figures & { mode: string })[]>('scale');
    expect(rows.map((row) => row.mode)).toEqual(['lan', 'forge']);
    for (const { lost, duplicated, refusedToUser, diverged, actions } of rows) {
      expect({ lost, duplicated, refusedToUser, diverged }).toEqual({
        lost: 0,
        duplicated: 0,
        refusedToUser: 0,
        diverged: 0,
      });
      expect(actions).toBeGreaterThan(20);
    }
  },
  RUN_MS,
);

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
