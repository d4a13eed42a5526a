import { RUN_MS, smallRun } from './support/small-run';

type Figures = Record<string, number>;

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
