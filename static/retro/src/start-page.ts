import { callApi } from './bridge/api';
import { enableTheme, hostContext, hostHistory, setTitle } from './bridge/host';
import { issueTypesOf, jiraBoardsOf } from './bridge/jira';
import { findAssignable, resolvePeople } from './bridge/people';
import { createAddress } from './features/shell/host-address';
import type { Page } from './features/shell/page';
import { createPeopleStore } from './features/shell/people-store';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Twelve characters of about 62 bits: enough that two are never the same. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** The address of the page's root on the site; '' when the host does not say. */
async function rootAddress(siteUrl: string, href: unknown): Promise<string> {
  const path = await Promise.resolve(href).catch(() => '');
  if (typeof path !== 'string' || path === '') return '';
  return (/^https?:/.test(path) ? path : `${siteUrl}${path}`).replace(/\/$/, '');
}

/** Everything the rooms of the page work with, over Forge's bridge. Rejects when Jira does not answer. */
export async function startPage(): Promise<Page> {
  void enableTheme().catch(() => undefined);
  const [context, history] = await Promise.all([hostContext(), hostHistory()]);
  const root = await rootAddress(context.siteUrl, history.createHref({ pathname: '/' }));
  return {
    accountId: context.accountId,
    siteUrl: context.siteUrl,
    call: callApi,
    address: createAddress(history, root),
    people: createPeopleStore(resolvePeople),
    findPeople: async (query) =>
      (await findAssignable(context.projectKey, query)).map(({ accountId, displayName, avatarUrl }) => ({
        accountId,
        name: displayName,
        avatarUrl,
      })),
    issueTypes: () => issueTypesOf(context.projectKey),
    jiraBoards: () => jiraBoardsOf(context.projectKey),
    openSession: async (retroId) => (await import('./bridge/session')).openLiveSession(retroId),
    setTitle: (title) => void setTitle(title).catch(() => undefined),
    newId,
    now: () => Date.now(),
  };
}
