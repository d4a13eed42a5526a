import type { Browser } from 'playwright-core';
import { openChromium } from './support/chromium';
import { openSite, type OpenSite } from './support/open-site';
import { shownPages } from './support/shown-pages';

let browser: Browser;
let open: OpenSite;

beforeAll(async () => {
  browser = await openChromium();
  open = await openSite(browser);
  await open.call('PUT', '/rest/api/3/issue/SUN-12/assignee', { accountId: open.idOf('Yuki') });
}, 90_000);
afterAll(async () => {
  await browser.close();
  await open.site.close();
});

test.each(shownPages)('at 390 pixels nothing of it hangs over the edge: $name', async ({ path, act }) => {
  const { page, complaints } = await open.window(path, 'Mara', { width: 390, height: 800 });
  await act?.(page);
  const wide = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.getElementById('main')?.scrollWidth,
  ]);
  expect(wide).toEqual([390, 390]);
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  await page.close();
});

test('on a phone the sidebar is a drawer that opens, leads on and closes by keyboard', async () => {
  const { page } = await open.window('/jira/software/projects/SUN/board', 'Mara', { width: 390, height: 800 });
  const sidebar = page.getByRole('navigation', { name: 'Project' });
  expect(await sidebar.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Sidebar' }).press('Enter');
  await sidebar.getByRole('link', { name: 'Backlog' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await sidebar.isVisible()).toBe(false);
  await page.close();
});
