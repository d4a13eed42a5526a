import type { Browser, Page } from 'playwright-core';
import { openChromium } from './support/chromium';
import { openSite, type OpenSite } from './support/open-site';

interface Issue {
  key: string;
  fields: {
    status: { name: string };
    assignee: { displayName: string } | null;
    duedate: string | null;
    comment?: { comments: unknown[] };
  };
}

let browser: Browser;
let open: OpenSite;
let page: Page;

const go = async (path: string, as?: string) => {
  ({ page } = await open.window(path, as));
};
const issue = (key: string) => open.call<Issue>('GET', `/rest/api/3/issue/${key}`);
const column = (name: string) => page.locator('.board-column', { has: page.getByRole('heading', { name }) });
const lane = (name: string) => page.getByRole('region', { name });

beforeAll(async () => {
  browser = await openChromium();
  open = await openSite(browser);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await open.site.close();
});
afterEach(() => page.close());

describe('finding the way', () => {
  test("the front door leads to the demo project's app page as the first demo user", async () => {
    page = await browser.newPage();
    await page.goto(open.site.url);
    expect(page.url()).toContain('/jira/software/projects/SUN/apps/');
    await page.getByRole('button', { name: 'You are Mara Lindqvist' }).waitFor();
    await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Board', exact: true }).click();
    await page.getByRole('heading', { name: 'Sunrise Sprint 12' }).waitFor();
    await page.getByRole('button', { name: 'You are Mara Lindqvist' }).waitFor();
  });

  test('an address without a person opens as the person of this window', async () => {
    await go('/jira/software/projects/SUN/board', 'Devon');
    await page.goto(`${open.site.url}/browse/SUN-5`);
    await page.getByRole('button', { name: 'You are Devon Carter' }).waitFor();
    await page.getByRole('heading', { name: 'Let installers hand a site over to its owner' }).waitFor();
  });

  test('an address with an unknown person opens as the first of the site', async () => {
    page = await browser.newPage();
    await page.goto(`${open.site.url}/browse/SUN-5?as=nobody`);
    await page.getByRole('button', { name: 'You are Mara Lindqvist' }).waitFor();
  });

  test('one click makes this window somebody else, on the same page', async () => {
    await go('/jira/software/projects/SUN/backlog');
    await page.getByRole('button', { name: /You are Mara/ }).click();
    await page.getByRole('link', { name: 'Priya Raghunathan', exact: true }).click();
    await page.getByRole('button', { name: 'You are Priya Raghunathan' }).waitFor();
    await page.getByRole('heading', { name: 'Backlog', level: 1 }).waitFor();
  });

  test('what somebody may not see looks like what does not exist', async () => {
    await go('/jira/software/projects/SUN/board', 'Noor');
    await page.getByRole('heading', { name: "We couldn't find that page" }).waitFor();
    const hidden = await fetch(
      `${open.site.url}/jira/software/projects/SUN/board?as=${encodeURIComponent(open.idOf('Noor'))}`,
    );
    const missing = await fetch(
      `${open.site.url}/jira/software/projects/NONE/board?as=${encodeURIComponent(open.idOf('Noor'))}`,
    );
    expect([hidden.status, missing.status]).toEqual([404, 404]);
    expect(await hidden.text()).not.toContain('Sprint 12');
  });

  test('searching finds issues by words and by key', async () => {
    await go('/jira/software/projects/SUN/board');
    await page.getByRole('searchbox', { name: 'Search issues' }).fill('map library');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Issues matching "map library"' }).waitFor();
    expect(await page.locator('.issue-row').count()).toBe(1);
    await page.getByRole('searchbox', { name: 'Search issues' }).fill('sun-9');
    await page.keyboard.press('Enter');
    await page.getByText('Password reset mail arrives twice').waitFor();
  });
});

describe('an issue', () => {
  test('changes status, assignee and due date where they are shown', async () => {
    await go('/browse/SUN-7');
    await page.getByLabel('Status').selectOption({ label: 'In Progress' });
    await page.waitForSelector('.status-indeterminate');
    await page.getByRole('combobox', { name: 'Assignee' }).selectOption({ label: 'Devon Carter' });
    await page.waitForFunction(() =>
      document.querySelector('[data-change=assignee] option[selected]')?.textContent?.includes('Devon'),
    );
    await page.getByLabel('Due date').fill('2026-12-24');
    await page.waitForSelector('[data-change=duedate][value="2026-12-24"]');
    const { fields } = await issue('SUN-7');
    expect(fields).toMatchObject({
      status: { name: 'In Progress' },
      assignee: { displayName: 'Devon Carter' },
      duedate: '2026-12-24',
    });
  });

  test('takes a comment', async () => {
    await go('/browse/SUN-8');
    await page.getByLabel('Add a comment').fill('First paragraph.\n\nSecond one.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('.comment', { hasText: 'Second one.' }).waitFor();
  });

  test('is created in a dialog that asks for what its type demands', async () => {
    await go('/jira/software/projects/SUN/issues');
    await page.getByRole('button', { name: 'Create' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create an issue' });
    await dialog.getByLabel('Summary').fill('Shorter stand-ups');
    await dialog.getByLabel('Work type').selectOption({ label: 'Improvement' });
    const impact = dialog.getByLabel('Impact');
    await impact.waitFor();
    expect(await dialog.getByLabel('Summary').inputValue()).toBe('Shorter stand-ups');
    await impact.selectOption({ index: 1 });
    await dialog.getByLabel('Assignee').selectOption({ label: 'Tane Wiremu' });
    await dialog.getByLabel('Due date').fill('2026-12-01');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('button', { name: 'View it' }).click();
    await page.getByRole('heading', { name: 'Shorter stand-ups' }).waitFor();
  });

  test("says in Jira's own words why it was not created", async () => {
    await go('/jira/software/projects/SUN/issues');
    await page.getByRole('button', { name: 'Create' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create an issue' });
    await dialog.getByLabel('Summary').fill('x'.repeat(300));
    await dialog.getByRole('button', { name: 'Create' }).click();
    expect(await dialog.getByRole('alert').textContent()).toMatch(/255/);
  });
});

describe('planning', () => {
  test('a card moves by its menu, and by dragging', async () => {
    await go('/jira/software/projects/SUN/board');
    await page.getByLabel('Move SUN-10 to').selectOption({ label: 'Done' });
    await column('Done').getByText('SUN-10').waitFor();
    await column('Done').locator('[data-card=SUN-10]').dragTo(column('In Progress'));
    await column('In Progress').getByText('SUN-10').waitFor();
    expect((await issue('SUN-10')).fields.status.name).toBe('In Progress');
  });

  test('issues move between the backlog and a sprint', async () => {
    await go('/jira/software/projects/SUN/backlog');
    await lane('Backlog').getByLabel('Move SUN-13 to').selectOption({ label: 'Sunrise Sprint 13' });
    await lane('Sunrise Sprint 13').getByText('SUN-13').waitFor();
    await lane('Sunrise Sprint 13').getByLabel('Move SUN-13 to').selectOption({ label: 'Backlog' });
    await lane('Backlog').getByText('SUN-13').waitFor();
  });

  test('a sprint is completed, and the next one started', async () => {
    await go('/jira/software/projects/SUN/board');
    await page.getByRole('button', { name: 'Complete sprint' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Complete sprint' }).click();
    await page.getByRole('heading', { name: 'No sprint is running' }).waitFor();
    await page.getByRole('link', { name: 'Go to the backlog' }).click();
    await lane('Sunrise Sprint 13').getByRole('button', { name: 'Start sprint' }).click();
    await page.getByLabel('Sprint goal').fill('Readings travel.');
    await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click();
    await lane('Sunrise Sprint 13').getByText('14 days left').waitFor();
    await page.getByRole('link', { name: 'Board', exact: true }).click();
    await page.getByText('Readings travel.').waitFor();
  });
});

describe('what only a local site has', () => {
  test('mail of the person who looks, and of everybody', async () => {
    await open.call('PUT', '/rest/api/3/issue/SUN-12/assignee', { accountId: open.idOf('Yuki') });
    await go('/site/outbox', 'Yuki');
    await page.getByText('SUN-12').first().click();
    await page.getByRole('link', { name: 'View SUN-12 as Yuki Tanabe' }).waitFor();
    await page.getByLabel('Mail for').selectOption({ label: 'Priya Raghunathan' });
    await page.waitForURL(/for=/);
    expect(await page.locator('.mail', { hasText: 'SUN-12' }).count()).toBe(0);
    await page.getByLabel('Mail for').selectOption({ label: 'Everybody' });
    await page.locator('.mail', { hasText: 'SUN-12' }).waitFor();
  });

  test("the clock moves to nine o'clock of the person's next working day", async () => {
    await go('/site/usage', 'Priya');
    await page.getByRole('button', { name: /Site clock/ }).click();
    await page.getByRole('button', { name: 'Next working day, 9:00' }).click();
    await page
      .getByRole('region', { name: 'Flags' })
      .getByText(/It is now (Mon|Tue|Wed|Thu|Fri).*09:00/)
      .waitFor();
    const now = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Kolkata', hour: '2-digit', minute: '2-digit' });
    expect(now.format(open.site.clock.now())).toBe('09:00');
  });

  test('the meter follows what the app does, and starts over when asked', async () => {
    await open.call('DELETE', '/local/api/usage');
    await go('/site/usage');
    await page.getByText('nothing used yet').waitFor();
    await open.call('POST', '/local/api/invoke', {
      as: open.idOf('Mara'),
      module: 'test-page',
      projectKey: 'SUN',
      functionKey: 'unknown',
    });
    await page.locator('#usage-line', { hasText: '1 call' }).waitFor();
    await page.getByText('On Forge', { exact: true }).click();
    await page.locator('.usage-bar').getByRole('button', { name: 'Count from zero' }).click();
    await page.getByText('nothing used yet').waitFor();
  });
});
