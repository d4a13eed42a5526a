import type { Browser, Frame, Page } from 'playwright-core';
import type * as ForgeBridge from '@forge/bridge';
import { buildFixture } from './support/build-fixture';
import { appFrame, complaintsOf, openChromium } from './support/chromium';
import { servePages, type Served } from './support/serve-pages';
import { stubSite, type StubSite } from './support/stub-site';

// In the frame, put there by the fixture: the whole of the real @forge/bridge.
declare const fixture: typeof ForgeBridge;

let browser: Browser;
let site: StubSite;
let served: Served;
let page: Page;
let frame: Frame;
let complaints: string[];

const basePath = () => `/jira/software/projects/SUN/apps/${site.app.appId}/${site.app.environmentId}`;

async function open(path = '', as = 'ada'): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  complaints = complaintsOf(page);
  await page.goto(`${served.jira}${basePath()}${path}?as=${as}`);
  frame = await appFrame(page);
}

beforeAll(async () => {
  site = stubSite(buildFixture());
  served = await servePages(site);
  browser = await openChromium();
});
afterAll(async () => {
  await browser.close();
  served.close();
});
beforeEach(() => {
  site.commands.length = 0;
  site.answers = { echo: (payload) => ({ echo: payload }) };
});
afterEach(() => page.close());

describe('the host half of the bridge, under the CSP of @forge/csp', () => {
  test('an app in the frame calls its resolver and gets the value', async () => {
    await open();
    const value = await frame.evaluate(() => fixture.invoke('echo', { text: 'hi' }));
    expect(value).toEqual({ echo: { text: 'hi' } });
    expect(site.commands.at(-1)).toMatchObject({
      as: 'ada',
      module: 'page',
      projectKey: 'SUN',
      cmd: 'invoke',
      data: { functionKey: 'echo', payload: { text: 'hi' } },
    });
    expect(complaints).toEqual([]);
    expect(site.cspReports.list()).toEqual([]);
  });

  test('an error of the resolver rejects with its message', async () => {
    await open();
    const refusal = frame.evaluate(() => fixture.invoke('nothing').catch((error: Error) => error.message));
    expect(await refusal).toBe("Resolver has no definition for 'nothing'.");
  });

  test('the context is of the person who looks, with theme, locale and place', async () => {
    await open('', 'grace');
    const context = await frame.evaluate(() => fixture.view.getContext());
    expect(context).toMatchObject({
      accountId: 'grace',
      locale: 'en-US',
      theme: { colorMode: 'light', light: 'light', dark: 'dark' },
      extension: { project: { key: 'SUN' } },
    });
    expect(context.extension['location']).toContain(basePath());
  });

  test("a request to Jira travels as the bridge's fetchProduct and comes back as a Response", async () => {
    await open();
    const text = await frame.evaluate(async () => (await fixture.requestJira('/rest/api/3/myself')).text());
    expect(text).toBe('/rest/api/3/myself');
    expect(site.commands.at(-1)).toMatchObject({ cmd: 'fetchProduct', data: { product: 'jira' } });
  });

  test('events reach their listeners until they unsubscribe', async () => {
    await open();
    const heard = await frame.evaluate(async () => {
      const all: unknown[] = [];
      const subscription = await fixture.events.on('saved', (payload) => all.push(payload));
      await fixture.events.emit('saved', { n: 1 });
      await fixture.events.emit('other', { n: 2 });
      await new Promise((resolve) => setTimeout(resolve, 100));
      await (subscription.unsubscribe() as unknown as Promise<void>);
      await fixture.events.emit('saved', { n: 3 });
      await new Promise((resolve) => setTimeout(resolve, 100));
      return all;
    });
    expect(heard).toEqual([{ n: 1 }]);
  });

  test('realtime events arrive parsed, and stop after unsubscribe', async () => {
    await open();
    await frame.evaluate(async () => {
      const heard: unknown[] = [];
      const subscription = await fixture.realtime.subscribeGlobal('board', (payload) => heard.push(payload));
      Object.assign(window, { heard, subscription });
    });
    site.broadcast('board', '{"revision":7}');
    site.broadcast('elsewhere', '{"revision":8}');
    await frame.waitForFunction(() => (window as unknown as { heard: unknown[] }).heard.length > 0);
    await frame.evaluate(() =>
      (window as unknown as { subscription: { unsubscribe(): unknown } }).subscription.unsubscribe(),
    );
    site.broadcast('board', '{"revision":9}');
    await page.waitForTimeout(100);
    expect(await frame.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([{ revision: 7 }]);
  });

  test("an app's path survives a reload, and Back tells its listeners", async () => {
    await open('/retro/abc');
    const seen = await frame.evaluate(async () => {
      const history = await fixture.view.createHistory();
      const first = history.location.pathname;
      history.push('/retro/def?tab=vote');
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { first, then: history.location.pathname + history.location.search };
    });
    expect(seen).toEqual({ first: '/retro/abc', then: '/retro/def?tab=vote' });
    expect(page.url()).toContain(`${basePath()}/retro/def?tab=vote&as=ada`);

    const popped = frame.evaluate(async () => {
      const history = await fixture.view.createHistory();
      return await new Promise<unknown[]>((resolve) => {
        history.listen((location, action) => resolve([location.pathname, location.search, action]));
      });
    });
    await page.waitForTimeout(100);
    await page.evaluate(() => history.back());
    expect(await popped).toEqual(['/retro/abc', '', 'POP']);

    await page.reload();
    frame = await appFrame(page);
    expect(await frame.evaluate(async () => (await fixture.view.createHistory()).location.pathname)).toBe('/retro/abc');
  });

  test('a flag shows in the page around the frame, and its action calls back into the app', async () => {
    await open();
    await frame.evaluate(() => {
      fixture.showFlag({
        id: 'saved',
        title: 'Saved',
        description: 'All of it.',
        type: 'success',
        actions: [{ text: 'Undo', onClick: () => document.body.setAttribute('data-undone', 'yes') }],
      });
    });
    await page.getByRole('region', { name: 'Flags' }).getByText('All of it.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await frame.waitForSelector('body[data-undone=yes]');
    await page.getByRole('region', { name: 'Flags' }).getByText('All of it.').waitFor({ state: 'detached' });
  });

  test('a flag closes when the app says so', async () => {
    await open();
    await frame.evaluate(() => Object.assign(window, { flag: fixture.showFlag({ id: 'f', title: 'Working on it' }) }));
    const flag = page.getByRole('region', { name: 'Flags' }).getByText('Working on it');
    await flag.waitFor();
    await frame.evaluate(() => (window as unknown as { flag: { close(): unknown } }).flag.close());
    await flag.waitFor({ state: 'detached' });
  });

  test('the theme of the page is the theme of the frame, also when it changes', async () => {
    await open();
    await frame.evaluate(async () => {
      await fixture.view.theme.enable();
      await fixture.events.on('FORGE_CORE_THEME_CHANGED', (payload) => Object.assign(window, { told: payload }));
    });
    await frame.waitForSelector('html[data-color-mode=light][data-theme="dark:dark light:light"]', {
      state: 'attached',
    });
    await page.getByRole('button', { name: /You are Ada/ }).click();
    await page.getByLabel('Dark').check();
    await frame.waitForSelector('html[data-color-mode=dark]', { state: 'attached' });
    await frame.waitForFunction(() => getComputedStyle(document.body).backgroundColor === 'rgb(31, 31, 33)');
    expect(await frame.evaluate(() => (window as unknown as { told: unknown }).told)).toEqual({
      theme: { colorMode: 'dark', light: 'light', dark: 'dark' },
    });
    await page.getByLabel('Light').check();
    expect(complaints).toEqual([]);
  });

  test('a modal is another frame with its own context, and answers its opener when it closes', async () => {
    await open();
    await frame.evaluate(async () => {
      const modal = new fixture.Modal({
        size: 'small',
        context: { pick: 3 },
        onClose: (payload: unknown) => Object.assign(window, { answer: payload }),
      });
      await modal.open();
    });
    const inner = await (await page.waitForSelector('dialog iframe')).contentFrame();
    await inner?.waitForSelector('#says:has-text("hello ada")');
    const context = await inner?.evaluate(() => fixture.view.getContext());
    expect(context?.extension['modal']).toEqual({ pick: 3 });
    await inner?.evaluate(() => void fixture.view.close({ chosen: 5 }));
    await page.waitForSelector('dialog', { state: 'detached' });
    await frame.waitForFunction(() => 'answer' in window);
    expect(await frame.evaluate(() => (window as unknown as { answer: unknown }).answer)).toEqual({ chosen: 5 });
  });

  test('addresses of issues, people and the app itself are absolute and without the person', async () => {
    await open();
    const urls = await frame.evaluate(async () => {
      const issue = await fixture.router.getUrl({ target: 'issue', issueKey: 'SUN-1' });
      const module = await fixture.router.getUrl({
        target: 'module',
        moduleKey: 'page',
        projectKey: 'SUN',
        path: 'retro/abc',
      });
      return [issue?.href, module?.href];
    });
    expect(urls).toEqual([`${served.jira}/browse/SUN-1`, `${served.jira}${basePath()}/retro/abc`]);
  });

  test('navigation stays the same person and refuses script addresses', async () => {
    await open();
    const refusal = await frame.evaluate(() =>
      fixture.router.navigate('javascript:alert(1)').catch((error: Error) => error.message),
    );
    expect(refusal).toContain('not allowed');
    await frame.evaluate(() => void fixture.router.navigate('/site/nowhere'));
    await page.waitForURL(`${served.jira}/site/nowhere?as=ada`);
    await page.getByRole('heading', { name: "We couldn't find that page" }).waitFor();
  });

  test('the window title is the one the app asks for', async () => {
    await open();
    await frame.evaluate(() => fixture.view.changeWindowTitle('Sprint 12 retro'));
    expect(await page.title()).toBe('Sprint 12 retro');
  });

  test('what the page does not know is refused loudly', async () => {
    await open();
    const refusal = await frame.evaluate(() =>
      (globalThis as unknown as { __bridge: { callBridge(cmd: string): Promise<unknown> } }).__bridge
        .callBridge('openConfluenceMacro')
        .catch((error: Error) => error.message),
    );
    expect(refusal).toBe("The local Jira site has no bridge command 'openConfluenceMacro'");
    expect(complaints).toEqual([refusal]);
  });

  test('a page cannot be closed or submitted, as on Forge', async () => {
    await open();
    const refusals = await frame.evaluate(() =>
      Promise.all(
        [fixture.view.close(), fixture.view.submit()].map((call) => call.catch((error: Error) => error.message)),
      ),
    );
    expect(refusals).toEqual(["this resource's view is not closable.", "this resource's view is not submittable."]);
  });

  test('the frame grows with what is in it and shrinks on the next page of the app', async () => {
    await open();
    const height = () => page.locator('#app-frame iframe').evaluate((element) => element.clientHeight);
    const before = await height();
    await frame.evaluate(() => {
      const tall = document.getElementById('tall');
      if (tall) tall.style.height = '3000px';
    });
    await page.waitForFunction(() => (document.querySelector('#app-frame iframe')?.clientHeight ?? 0) > 3000);
    await frame.evaluate(async () => {
      document.getElementById('tall')?.remove();
      const history = await fixture.view.createHistory();
      history.push('/short');
    });
    await page.waitForFunction((was) => document.querySelector('#app-frame iframe')?.clientHeight === was, before);
  });

  test('a person without network gets what a browser without network gets', async () => {
    await open();
    await page.route('**/local/api/bridge', (route) => route.abort('internetdisconnected'));
    const refusal = await frame.evaluate(() => fixture.invoke('echo').catch((error: Error) => error.message));
    expect(refusal).toBe('Failed to fetch');
    site.offlineIds.add('ada');
    await expect(page.reload()).rejects.toThrow(/ERR_/);
    site.offlineIds.delete('ada');
  });
});
