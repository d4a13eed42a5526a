/** One person's browser on the board, with Chromium's own instruments. */
import { chromium } from 'playwright-core';
import type { Browser, CDPSession, Frame, Page } from 'playwright-core';
import { installProbe } from './probes';
import type { Probe } from './probes';

const PATIENCE_MS = 120_000;
const VIEWPORT = { width: 1440, height: 1000 };

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium', args: FLAGS });

/** A file the frame loaded, as it came over the wire, uncompressed. */
export interface LoadedFile {
  url: string;
  at: number;
  body: Buffer;
}

export interface BoardWindow {
  page: Page;
  app: Frame;
  /** Milliseconds from navigation until a card can be added. */
  interactiveMs: number;
  /** Files of the app that were there by then. */
  files: LoadedFile[];
  throttle(rate: number): Promise<void>;
  /** Milliseconds of the main thread's processor time so far. */
  cpuMs(): Promise<number>;
  close(): Promise<void>;
}

async function frameOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('#app-frame iframe', { state: 'attached' });
  const frame = await element.contentFrame();
  if (!frame) throw new Error('the app has no frame');
  return frame;
}

function collectFiles(page: Page): () => Promise<LoadedFile[]> {
  const files: Promise<LoadedFile>[] = [];
  page.on('response', (response) => {
    if (response.frame() === page.mainFrame() || !/\.(js|css)$/.test(new URL(response.url()).pathname)) return;
    const at = Date.now();
    files.push(response.body().then((body) => ({ url: response.url(), at, body })));
  });
  return () => Promise.all(files);
}

const throttler = (devtools: CDPSession) => async (rate: number) => {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
};

/** Opens a board with an empty cache, at a fraction of the processor's speed. */
export async function openBoard(browser: Browser, url: string, rate: number): Promise<BoardWindow> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  // The transpiler of the bench names functions by a helper of its own, which pages lack.
  await page.addInitScript(`{ const __name = (f) => f; (${installProbe.toString()})(); }`);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const throttle = throttler(devtools);
  await throttle(rate);
  const files = collectFiles(page);
  const began = Date.now();
  await page.goto(url, { waitUntil: 'commit' });
  const app = await frameOf(page);
  await app.waitForFunction(() => typeof (window.__probe as Probe | undefined)?.ready === 'number', undefined, {
    timeout: PATIENCE_MS,
    polling: 50,
  });
  const ready = await app.evaluate(() => window.__probe.ready ?? 0);
  return {
    page,
    app,
    interactiveMs: ready - began,
    files: (await files()).filter((file) => file.at <= ready),
    throttle,
    async cpuMs() {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000;
    },
    close: () => context.close(),
  };
}
