import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { complaintsOf } from '../../local/pages/support/chromium';

/** Longest a page may take to show something; the machine that runs this may be busy. */
const PATIENCE_MS = 20_000;

/** Somebody at their own browser, on the app's page in Jira. */
export interface Person {
  name: string;
  accountId: string;
  page: Page;
  /** The app, in its frame of another origin. */
  app: FrameLocator;
  button(name: string | RegExp): Locator;
  /** What the console, the page or the content security policy had to complain about. */
  complaints(): string[];
  /** Complaints of these kinds are expected, e.g. Chromium's own about a network that is not there. */
  forgive(kind: RegExp): void;
  leave(): Promise<void>;
}

export interface PersonOptions {
  viewport?: { width: number; height: number };
  dark?: boolean;
  /** Runs before any script of every page and frame. */
  initScript?: string;
}

/** Opens a browser of their own (cookies, drafts, clipboard) for somebody. */
export async function openPerson(
  browser: Browser,
  who: { name: string; accountId: string },
  url: string,
  { viewport = { width: 1440, height: 900 }, dark = false, initScript }: PersonOptions = {},
): Promise<Person> {
  const context = await browser.newContext({
    viewport,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  if (initScript !== undefined) await page.addInitScript(initScript);
  const heard = complaintsOf(page);
  const forgiven: RegExp[] = [];
  await page.goto(url);
  const app = page.frameLocator('#app-frame iframe');
  return {
    ...who,
    page,
    app,
    button: (name) => app.getByRole('button', { name, exact: typeof name === 'string' }),
    complaints: () => heard.filter((text) => !forgiven.some((kind) => kind.test(text))).map((t) => `${who.name}: ${t}`),
    forgive: (kind) => void forgiven.push(kind),
    leave: () => context.close(),
  };
}
