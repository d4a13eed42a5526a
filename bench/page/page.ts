/** How fast the page is: production build, Forge's content security policy, headless Chromium, a processor four times slower. */
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { must } from '../../src/domain/assert';
import { percentile } from '../support/percentile';
import { startSite } from '../support/site';
import { dragOverTen, remoteCards, typeCard } from './acts';
import { fullBoard } from './full-board';
import type { FullBoard } from './full-board';
import { openBoard, openBrowser } from './window';
import type { BoardWindow, LoadedFile } from './window';

const SLOW = 4;

export interface PageRow {
  cards: number;
  initialJsGzipBytes: number;
  initialCssGzipBytes: number;
  /** Files of script and style before a card can be added. */
  requests: number;
  /** At 4x, as are frames, remote cards and the longest task; the drag's processor time is at 1x. */
  interactiveMs: number;
  dragFps: number;
  dragCpuMsPerMove: number;
  remoteCardMs: number;
  longestTaskMs: number;
  worstKeyMs: number;
  worstKeyMsAt4x: number;
}

const gzipped = (files: LoadedFile[], ending: string): number =>
  files
    .filter((file) => new URL(file.url).pathname.endsWith(ending))
    .reduce((sum, file) => sum + gzipSync(file.body, { level: 9 }).length, 0);

/** Opens the board so often, each time with an empty cache; the last window stays open. */
async function openings(
  browser: Browser,
  url: string,
  passes: number,
): Promise<{ opened: BoardWindow; times: number[] }> {
  const times: number[] = [];
  for (;;) {
    const opened = await openBoard(browser, url, SLOW);
    times.push(opened.interactiveMs);
    if (times.length >= passes) return { opened, times };
    await opened.close();
  }
}

async function measure(
  browser: Browser,
  url: string,
  board: FullBoard,
  cards: number,
  small: boolean,
): Promise<PageRow> {
  const { opened, times } = await openings(browser, url, small ? 1 : 3);
  const longestTaskMs = await opened.app.evaluate(() => window.__probe.longestTaskMs);
  const slowDrag = await dragOverTen(opened);
  const remote = await remoteCards(opened, board, small ? 2 : 10);
  const worstKeyMsAt4x = await typeCard(opened);
  await opened.throttle(1);
  const drag = await dragOverTen(opened);
  const worstKeyMs = await typeCard(opened);
  await opened.close();
  return {
    cards,
    initialJsGzipBytes: gzipped(opened.files, '.js'),
    initialCssGzipBytes: gzipped(opened.files, '.css'),
    requests: opened.files.length,
    interactiveMs: percentile(times, 50),
    dragFps: Math.round(slowDrag.fps),
    dragCpuMsPerMove: Math.round(drag.cpuMsPerMove * 100) / 100,
    remoteCardMs: percentile(remote, 95),
    longestTaskMs: Math.round(longestTaskMs),
    worstKeyMs,
    worstKeyMsAt4x,
  };
}

/** Boards of 60, 500 and 2,000 cards; small: one of 20, opened once. */
export async function benchPage(bundle: string, small: boolean): Promise<PageRow[]> {
  const rows: PageRow[] = [];
  const browser = await openBrowser();
  try {
    for (const cards of small ? [20] : [60, 500, 2000]) {
      const site = await startSite({ bundle });
      try {
        await site.post('/adversary', { limits: false });
        const board = await fullBoard(site, cards);
        const viewer = must(site.members[1], 'viewer');
        const url = await addressOf(browser, site.url, board.retroId, viewer);
        rows.push(await measure(browser, url, board, cards, small));
        process.stdout.write(`  ${cards} cards: a card can be added after ${rows.at(-1)?.interactiveMs ?? ''} ms\n`);
      } finally {
        await site.stop();
      }
    }
    return rows;
  } finally {
    await browser.close();
  }
}

/** Where Jira shows this retro to somebody: the app's page, as the site itself leads to it. */
async function addressOf(browser: Browser, siteUrl: string, retroId: string, viewer: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`${siteUrl}/?as=${viewer}`);
  const address = new URL(page.url());
  await page.close();
  address.pathname = `${address.pathname.replace(/\/$/, '')}/retro/${retroId}`;
  address.searchParams.set('as', viewer);
  return address.href;
}
