/** What is timed on an open board: a drag, cards of others, typing. */
import { setTimeout as wait } from 'node:timers/promises';
import { must } from '../../src/domain/assert';
import type { FullBoard } from './full-board';
import type { BoardWindow } from './window';

const OVER = 10;
const MOVES_EACH = 4;
const FRAME_MS = 16;
const KEYS = 'Builds take forty minutes since the update';

/** Middles of the first cards that can be seen whole. */
async function visibleCards({ page, app }: BoardWindow): Promise<{ x: number; y: number }[]> {
  const height = page.viewportSize()?.height ?? 0;
  const cards = await app.locator('article[data-lift]').all();
  const spots: { x: number; y: number }[] = [];
  for (const card of cards.slice(0, 60)) {
    const box = await card.boundingBox();
    if (box && box.y > 0 && box.y + box.height < height)
      spots.push({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    if (spots.length > OVER) break;
  }
  return spots;
}

/** Picks the first card up, carries it over ten others and puts it back. */
export async function dragOverTen(opened: BoardWindow): Promise<{ cpuMsPerMove: number; fps: number }> {
  const { page, app } = opened;
  const [start, ...others] = await visibleCards(opened);
  const home = must(start, 'card to drag');
  await page.mouse.move(home.x, home.y);
  await page.mouse.down();
  await page.mouse.move(home.x + 8, home.y + 8, { steps: 4 });
  // Without it the figures would be those of a mouse that passes by.
  await app.waitForSelector('article[data-dragging]', { state: 'attached' });
  const frames = await app.evaluate(() => window.__probe.frames);
  const cpu = await opened.cpuMs();
  const began = performance.now();
  let moves = 0;
  for (const spot of others)
    for (let n = 0; n < MOVES_EACH; n += 1) {
      await page.mouse.move(spot.x + n * 3, spot.y + n * 2);
      moves += 1;
      await wait(FRAME_MS);
    }
  const seconds = (performance.now() - began) / 1000;
  const used = (await opened.cpuMs()) - cpu;
  const drawn = (await app.evaluate(() => window.__probe.frames)) - frames;
  await page.mouse.move(home.x, home.y);
  await page.mouse.up();
  return { cpuMsPerMove: used / Math.max(1, moves), fps: drawn / seconds };
}

/** Milliseconds from a broadcast's arrival in the page until its card is drawn, for so many cards. */
export async function remoteCards({ page, app }: BoardWindow, board: FullBoard, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const text = `From afar ${n}`;
    await app.evaluate((wanted) => window.__probe.waitFor(wanted), text);
    await page.evaluate(() => void (window.__probe.heard = []));
    await board.addCard(text);
    await app.waitForFunction((wanted) => window.__probe.drawn[wanted] !== undefined, text, { polling: 50 });
    const drawn = await app.evaluate((wanted) => window.__probe.drawn[wanted] ?? 0, text);
    const heard = await page.evaluate(() => window.__probe.heard);
    const arrival = must(
      heard.find((at) => at <= drawn),
      'broadcast',
    );
    times.push(drawn - arrival);
    await wait(400);
  }
  return times;
}

/** The slowest key event while a card is typed; Chromium tells them from 16 ms on. */
export async function typeCard({ page, app }: BoardWindow): Promise<number> {
  const composer = app.getByRole('textbox', { name: /^Add a card/ }).first();
  await composer.click();
  await app.evaluate(() => void (window.__probe.worstKeyMs = 0));
  await page.keyboard.type(KEYS, { delay: 40 });
  await wait(300);
  const worst = await app.evaluate(() => window.__probe.worstKeyMs);
  await composer.fill('');
  return worst;
}
