import type { Browser, Page } from 'playwright-core';
import { createSite, type Site } from '../../../../local/site';
import { appWithPage } from './app-with-page';
import { complaintsOf } from './chromium';

/** A real local site and windows of its people. */
export interface OpenSite {
  site: Site;
  /** Opens a window as somebody, found by the start of their name. */
  window(path: string, as?: string, viewport?: { width: number; height: number }): Promise<SiteWindow>;
  idOf(name: string): string;
  /** A request to the control API or to Jira's REST as somebody. */
  call<T>(method: string, path: string, body?: unknown, as?: string): Promise<T>;
}

export interface SiteWindow {
  page: Page;
  complaints: string[];
}

/** Starts a site with the small platform app of the tests, its page and all demo data. */
export async function openSite(browser: Browser): Promise<OpenSite> {
  const site = await createSite({ ...(await appWithPage()), limits: false });
  const idOf = (name: string): string => {
    const person = site.users().find((user) => user.displayName.startsWith(name));
    if (!person) throw new Error(`Nobody is called ${name}`);
    return person.accountId;
  };
  return {
    site,
    idOf,
    async window(path, as = 'Mara', viewport = { width: 1280, height: 800 }) {
      const page = await browser.newPage({ viewport });
      const complaints = complaintsOf(page);
      const url = new URL(path, site.url);
      url.searchParams.set('as', idOf(as));
      await page.goto(url.href);
      return { page, complaints };
    },
    async call<T>(method: string, path: string, body?: unknown, as = 'Mara') {
      const authorization = `Basic ${Buffer.from(`${idOf(as)}:x`).toString('base64')}`;
      const response = await fetch(site.url + path, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return (text === '' ? undefined : JSON.parse(text)) as T;
    },
  };
}
