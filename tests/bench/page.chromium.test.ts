import { RUN_MS, smallRun } from './support/small-run';

it(
  'still measures how fast the page is, every figure of it',
  async () => {
    const [row] = await smallRun<Record<string, number>[]>('page');
    const figures = [
      'initialJsGzipBytes',
      'initialCssGzipBytes',
      'requests',
      'interactiveMs',
      'dragFps',
      'dragCpuMsPerMove',
      'remoteCardMs',
    ];
    for (const figure of figures) expect([figure, (row?.[figure] ?? 0) > 0]).toEqual([figure, true]);
    for (const figure of ['longestTaskMs', 'worstKeyMs', 'worstKeyMsAt4x'])
      expect(row?.[figure]).toEqual(expect.any(Number));
    expect(row?.['cards']).toBe(20);
  },
  RUN_MS,
);
