import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from './support/chromium';
import { shownPages } from './support/shown-pages';
import { openSite, type OpenSite } from './support/open-site';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let open: OpenSite;

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

beforeAll(async () => {
  browser = await openChromium();
  open = await openSite(browser);
  await open.call('PUT', '/rest/api/3/issue/SUN-12/assignee', { accountId: open.idOf('Yuki') });
  await open.call('PUT', '/rest/api/3/issue/SUN-5', { fields: { labels: ['retro'] } });
}, 90_000);
afterAll(async () => {
  await browser.close();
  await open.site.close();
});

test.each(shownPages)('axe finds nothing, in either theme, on: $name', async ({ path, act }) => {
  const { page } = await open.window(path);
  // Colours in the middle of a transition are nobody's.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await act?.(page);
  expect(await violations(page)).toEqual([]);
  // What the theme radios do; a dialog or a menu stays open this way.
  await page.evaluate(() => (document.documentElement.dataset['colorMode'] = 'dark'));
  expect(await violations(page)).toEqual([]);
  await page.close();
});
