import { join } from 'node:path';
import { createSite, type Site, type SiteOptions } from '../../../local/site';

/** A running site with a fixture app, driven through its control API as any tool would. */
export interface FixtureSite {
  site: Site;
  people: { accountId: string; displayName: string; email: string }[];
  projectKey: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  /** Invokes a resolver function; the value, or throws the error the page would see. */
  invoke<T>(functionKey: string, payload?: unknown, as?: string): Promise<T>;
  close(): Promise<void>;
}

type Answer<T> = { ok: true; value: T } | { ok: false; error: string };

/** The first start of a changed fixture builds it. */
export const BUILD_MS = 90_000;

/** Starts tests/local/fixtures/<name> on a free port. */
export async function startFixture(name = 'platform-app', options: SiteOptions = {}): Promise<FixtureSite> {
  const site = await createSite({ appDir: join(process.cwd(), 'tests/local/fixtures', name), ...options });
  const request = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const init =
      body === undefined
        ? { method }
        : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return (await (await fetch(`${site.url}/local/api${path}`, init)).json()) as T;
  };
  const { users, projects } = await request<{ users: FixtureSite['people']; projects: { projectKey: string }[] }>(
    'GET',
    '/health',
  );
  const projectKey = projects[0]?.projectKey ?? '';
  return {
    site,
    people: users,
    projectKey,
    get: (path) => request('GET', path),
    post: (path, body) => request('POST', path, body),
    async invoke<T>(functionKey: string, payload?: unknown, as = users[0]?.accountId) {
      const answer = await request<Answer<T>>('POST', '/invoke', {
        as,
        module: 'test-page',
        projectKey,
        functionKey,
        payload,
      });
      if (!answer.ok) throw new Error(answer.error);
      return answer.value;
    },
    close: () => site.close(),
  };
}

/** What the fixture app answers for a call that may be refused by the platform. */
export interface Caught<T = unknown> {
  done?: T;
  code?: string;
  status?: number;
  message?: string;
  name?: string;
}
