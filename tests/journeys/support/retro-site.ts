import type { Browser } from 'playwright-core';
import { createSite, type Site } from '../../../local/site';
import { openChromium } from '../../local/pages/support/chromium';
import { createOracle } from '../../support/jira-oracle';
import { openPerson, type Person, type PersonOptions } from './person';

/** The app on a whole local site, and the people who use it. */
export interface RetroSite {
  site: Site;
  /** Opens the app as somebody, found by the start of their name; at `link` of another person where given. */
  enter(name: string, options?: PersonOptions & { link?: string }): Promise<Person>;
  idOf(name: string): string;
  /** A request to the control API. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Every byte a person's pages were told, apart from the app's own files. */
  toldTo(person: Person): Promise<string>;
  /** All that anybody had to complain about: pages, content security policy, Atlassian's description of Jira. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}

interface Told {
  complete: boolean;
  entries: { kind: string; body: string }[];
}

/** Oracles take a second to make; every journey of a file uses the same one. */
const oracle = createOracle();

/** Starts a site with the demo team and a browser. `variant`: `none` or `all`, see local/host/variants.ts. */
export async function openRetroSite(variant: string): Promise<RetroSite> {
  const site = await createSite({ appDir: process.cwd(), variant });
  const browser: Browser = await openChromium();
  const people: Person[] = [];
  const disputed: string[] = [];
  site.onExchange((exchange) => void disputed.push(...oracle.check(exchange)));

  const userOf = (name: string) => {
    const user = site.users().find(({ displayName }) => displayName.startsWith(name));
    if (!user) throw new Error(`Nobody is called ${name}`);
    return user;
  };
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(site.url + path, { method, headers, ...init });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    site,
    call,
    idOf: (name) => userOf(name).accountId,
    async enter(name, { link, ...options } = {}) {
      const { accountId } = userOf(name);
      const url = new URL(link ?? site.url);
      url.searchParams.set('as', accountId);
      const person = await openPerson(browser, { name, accountId }, url.href, options);
      people.push(person);
      return person;
    },
    async toldTo({ accountId }) {
      const told = await call<Told>('GET', `/local/api/traffic?as=${encodeURIComponent(accountId)}`);
      if (!told.complete) throw new Error('Some of the traffic was forgotten');
      return told.entries
        .filter(({ kind }) => kind !== 'file')
        .map(({ body }) => body)
        .join('\n');
    },
    async complaints() {
      const reports = await call<unknown[]>('GET', '/local/api/csp-reports');
      return [
        ...people.flatMap((person) => person.complaints()),
        ...reports.map((r) => JSON.stringify(r)),
        ...disputed,
      ];
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
