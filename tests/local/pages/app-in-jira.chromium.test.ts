import type * as ForgeBridge from '@forge/bridge';
import type { Browser, Frame, Page } from 'playwright-core';
import { appFrame, openChromium } from './support/chromium';
import { openSite, type OpenSite } from './support/open-site';

// In the frame, put there by the fixture: the whole of the real @forge/bridge.
declare const fixture: typeof ForgeBridge;
declare const __bridge: { callBridge(command: string, data: unknown): Promise<unknown> };
declare const window: Window & { heard: unknown[]; outcome?: { payload: { issueId: string }[] } };

let browser: Browser;
let open: OpenSite;
const pages: Page[] = [];

/** A window of somebody on the app's page, and the app's frame in it. */
async function appOf(name: string): Promise<{ page: Page; frame: Frame; complaints: string[] }> {
  const { page, complaints } = await open.window('/', name);
  pages.push(page);
  return { page, complaints, frame: await appFrame(page) };
}

beforeAll(async () => {
  browser = await openChromium();
  open = await openSite(browser);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await open.site.close();
});
afterEach(() => Promise.all(pages.splice(0).map((page) => page.close())));

describe('an app on the whole local site', () => {
  test('knows who looks at it and where, in two windows of two people', async () => {
    const [mara, devon] = [await appOf('Mara'), await appOf('Devon')];
    const context = () => fixture.view.getContext();
    expect(await mara.frame.evaluate(context)).toMatchObject({
      accountId: open.idOf('Mara'),
      timezone: 'Europe/Berlin',
      extension: { project: { key: 'SUN' } },
    });
    expect((await devon.frame.evaluate(context)).accountId).toBe(open.idOf('Devon'));
    expect([...mara.complaints, ...devon.complaints]).toEqual([]);
  });

  test('asks Jira through the bridge as the person, for no points', async () => {
    await open.call('DELETE', '/local/api/usage');
    const { frame } = await appOf('Devon');
    const me = await frame.evaluate(
      async () => (await fixture.requestJira('/rest/api/3/myself')).json() as Promise<unknown>,
    );
    expect(me).toMatchObject({ accountId: open.idOf('Devon') });
    expect(open.site.usage().jiraPoints).toBe(0);
  });

  test('hears in one window what another one broadcasts', async () => {
    const [mara, devon] = [await appOf('Mara'), await appOf('Devon')];
    await mara.frame.evaluate(async () => {
      window.heard = [];
      await fixture.realtime.subscribe('board', (payload) => window.heard.push(payload));
    });
    await devon.frame.evaluate(() => fixture.realtime.publish('board', { revision: 7 }));
    await mara.frame.waitForFunction(() => window.heard.length === 1);
    expect(await mara.frame.evaluate(() => window.heard)).toEqual([{ revision: 7 }]);
  });

  test('hears broadcasts again after the network was gone', async () => {
    const [mara, devon] = [await appOf('Mara'), await appOf('Devon')];
    await mara.frame.evaluate(async () => {
      window.heard = [];
      await fixture.realtime.subscribe('board', (payload) => window.heard.push(payload));
    });
    await open.call('POST', '/local/api/adversary', { offline: [open.idOf('Mara')] });
    const refusal = await mara.frame.evaluate(() => fixture.invoke('any').catch((error: Error) => error.message));
    expect(refusal).toBe('Failed to fetch');
    await devon.frame.evaluate(() => fixture.realtime.publish('board', { revision: 8 }));
    await open.call('POST', '/local/api/adversary', { offline: [] });
    await mara.page.waitForTimeout(4000);
    await devon.frame.evaluate(() => fixture.realtime.publish('board', { revision: 9 }));
    await mara.frame.waitForFunction(() => window.heard.length > 0);
    expect(await mara.frame.evaluate(() => window.heard)).toEqual([{ revision: 9 }]);
  });

  test("opens Jira's create dialog and hears which issue came of it", async () => {
    const { page, frame } = await appOf('Mara');
    await frame.evaluate(() =>
      __bridge.callBridge('openIssueCreateModal', {
        data: {
          context: { summary: 'Pair on reviews' },
          onClose: (outcome: { payload: { issueId: string }[] }) => (window.outcome = outcome),
        },
      }),
    );
    const dialog = page.getByRole('dialog', { name: 'Create an issue' });
    expect(await dialog.getByLabel('Summary').inputValue()).toBe('Pair on reviews');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await frame.waitForFunction(() => window.outcome !== undefined);
    const id = await frame.evaluate(() => window.outcome?.payload[0]?.issueId);
    const issue = await open.call<{ fields: { summary: string } }>('GET', `/rest/api/3/issue/${id}`);
    expect(issue.fields.summary).toBe('Pair on reviews');
  });

  test('opens an issue over the page, where it can be changed', async () => {
    const { page, frame } = await appOf('Mara');
    await frame.evaluate(() => __bridge.callBridge('openIssueViewModal', { data: { context: { issueKey: 'SUN-8' } } }));
    const dialog = page.getByRole('dialog', { name: 'Issue SUN-8' });
    await dialog.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Done' });
    await page.waitForSelector('dialog .status-done');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('everything a window received from the app is on record', async () => {
    const { frame } = await appOf('Tane');
    await frame.evaluate(() => fixture.requestJira('/rest/api/3/myself'));
    const { entries } = await open.call<{ entries: { kind: string; label: string }[] }>(
      'GET',
      `/local/api/traffic?as=${encodeURIComponent(open.idOf('Tane'))}`,
    );
    const received = entries.map(({ kind, label }) => `${kind} ${label}`);
    expect(received).toEqual(
      expect.arrayContaining(['file index.html', 'file app.js', 'product GET /rest/api/3/myself']),
    );
  });
});
