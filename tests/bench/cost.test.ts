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
