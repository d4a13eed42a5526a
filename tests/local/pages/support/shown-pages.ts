import type { Page } from 'playwright-core';

/** A page of the site, in the state worth looking at. */
export interface Shown {
  name: string;
  path: string;
  act?(page: Page): Promise<void>;
}

/** Every kind of page people see. */
export const shownPages: Shown[] = [
  { name: 'board', path: '/jira/software/projects/SUN/board' },
  { name: 'board without sprints', path: '/jira/software/projects/MOON/board' },
  { name: 'backlog', path: '/jira/software/projects/SUN/backlog' },
  { name: 'issues', path: '/jira/software/projects/SUN/issues' },
  { name: 'no issues', path: '/issues?text=zebra' },
  { name: 'issue', path: '/browse/SUN-5' },
  { name: 'mail', path: '/site/outbox?for=all', act: (page) => page.locator('.mail summary').first().click() },
  { name: 'usage', path: '/site/usage', act: (page) => page.getByText('On Forge', { exact: true }).click() },
  { name: 'missing page', path: '/nowhere' },
  { name: 'person menu', path: '/site/usage', act: (page) => page.getByRole('button', { name: /You are/ }).click() },
  { name: 'clock menu', path: '/site/usage', act: (page) => page.getByRole('button', { name: /Site clock/ }).click() },
  {
    name: 'create dialog',
    path: '/jira/software/projects/SUN/issues',
    async act(page) {
      await page.getByRole('button', { name: 'Create' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];
