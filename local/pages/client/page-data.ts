import type { PageData } from '../page-data';

const element = document.getElementById('page-data');

/** What the server told this page about itself. */
export const pageData: PageData = JSON.parse(element?.textContent ?? '{}') as PageData;

/** The same address with the person of this window in it, so that links keep the person. */
export function asMe(url: string | URL): string {
  const target = new URL(url, location.href);
  if (target.origin !== location.origin) return target.href;
  target.searchParams.set('as', pageData.me.accountId);
  return target.pathname + target.search + target.hash;
}
