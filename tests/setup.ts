/** Longest a single test may take: the browser's share is larger, a fuzz run says its own. */
const SECONDS = { quick: 20, chromium: 90 } as const;

const path = expect.getState().testPath ?? '';
const inChromium = path.includes('/journeys/') || path.endsWith('.chromium.test.ts');

jest.setTimeout((inChromium ? SECONDS.chromium : SECONDS.quick) * 1000);
