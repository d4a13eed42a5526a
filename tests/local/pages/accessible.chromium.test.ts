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

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  test.each(shownPages)('axe finds nothing on: $name', async ({ path, act }) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript(
      ([key, value]) => localStorage.setItem(key ?? '', value ?? ''),
      [`site.theme.${open.idOf('Mara')}`, theme],
    );
    const url = new URL(path, open.site.url);
    url.searchParams.set('as', open.idOf('Mara'));
    await page.goto(url.href);
    await act?.(page);
    expect(await page.locator('html').getAttribute('data-color-mode')).toBe(theme);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});
