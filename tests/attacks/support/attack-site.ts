import { createSite, type Site } from '../../../local/site';
import type { Api, ApiName } from '#contract/api';

export type Outer = { ok: true; value: unknown } | { ok: false; error: string };

/** The app as it ships on a whole local site, and anybody's way to its functions. */
export interface AttackSite {
  site: Site;
  url: string;
  idOf(name: string): string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  /** What the bridge answers, whatever was asked; `projectKey` is forged freely. */
  ask(as: unknown, functionKey: string, payload?: unknown, projectKey?: string): Promise<Outer>;
  /** A typed call that must reach the app. */
  call<Name extends ApiName>(
    as: string,
    name: Name,
    payload: Parameters<Api[Name]>[0],
    projectKey?: string,
  ): Promise<ReturnType<Api[Name]>>;
  /** Every stored item, as one text. */
  storage(): Promise<string>;
  close(): Promise<void>;
}

/** Longest a first build of the functions may take. */
export const BUILD_MS = 120_000;

/** Starts a site of its own; `crowd` adds members of SUN. */
export async function openAttackSite(options: { crowd?: number } = {}): Promise<AttackSite> {
  const site = await createSite({ appDir: process.cwd(), limits: false, ...options });
  const request = async (method: string, path: string, body?: unknown): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    return (await fetch(`${site.url}/local/api${path}`, { method, headers, ...init })).text();
  };
  const ask: AttackSite['ask'] = async (as, functionKey, payload, projectKey = 'SUN') =>
    JSON.parse(
      await request('POST', '/invoke', { as, module: 'retro-page', projectKey, functionKey, payload }),
    ) as Outer;
  return {
    site,
    url: site.url,
    ask,
    idOf(name) {
      const user = site.users().find(({ displayName }) => displayName.startsWith(name));
      if (!user) throw new Error(`Nobody is called ${name}`);
      return user.accountId;
    },
    get: async <T>(path: string) => JSON.parse(await request('GET', path)) as T,
    post: async <T>(path: string, body: unknown) => JSON.parse(await request('POST', path, body)) as T,
    async call<Name extends ApiName>(as: string, name: Name, payload: unknown, projectKey?: string) {
      const answer = await ask(as, name, payload, projectKey);
      if (!answer.ok) throw new Error(answer.error);
      return answer.value as ReturnType<Api[Name]>;
    },
    storage: () => request('GET', '/storage'),
    close: () => site.close(),
  };
}
