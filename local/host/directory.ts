import type { Jira, SiteUser } from '../types';

/** Looks people up by account id or e-mail address, on each request of each page. */
export interface Directory {
  find(accountIdOrEmail: unknown): SiteUser | undefined;
}

const KEPT_MS = 5_000;

/** Reads all people at most every five seconds, and again for somebody it has not met. */
export function createDirectory(jira: Jira): Directory {
  let known = new Map<string, SiteUser>();
  let readAt = 0;

  function read(): void {
    readAt = Date.now();
    known = new Map(
      jira.users().flatMap((user) => [[user.accountId, user] as const, [user.emailAddress, user] as const]),
    );
  }

  return {
    find(name) {
      if (typeof name !== 'string') return undefined;
      if (Date.now() - readAt > KEPT_MS || !known.has(name)) read();
      return known.get(name);
    },
  };
}
