/** The real @forge/api over a small Jira: what the adapters send is what Forge's proxy would pass on. */
import type { JiraCaller } from '../../../local/types';
import { smallSite } from '../../local/jira/small-site';
import type { SmallSite } from '../../local/jira/small-site';

interface Descriptor {
  provider: 'user' | 'app' | 'none';
}

interface Init {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

const APP = '11111111-2222-4333-8444-555555555555';
const ENVIRONMENT = '99999999-8888-4777-8666-555555555555';

export interface ForgeJira extends SmallSite {
  /** Whose invocation it is; null for a scheduled run. */
  user: string | null;
  /** Answers of its own instead of Jira's, first come first served. */
  answers: (() => Promise<Response>)[];
  /** Requests as they were sent. */
  sent: { provider: string; method: string; path: string; body: unknown }[];
}

/** Puts the seam of @forge/api in place for one test. */
export function forgeJira(options: Parameters<typeof smallSite>[0] = {}): ForgeJira {
  const site: ForgeJira = { ...smallSite(options), user: 'Devon', answers: [], sent: [] };
  Object.assign(globalThis, {
    __forge_runtime__: {
      appContext: {
        appId: APP,
        appVersion: '1.0.0',
        environmentId: ENVIRONMENT,
        environmentType: 'DEVELOPMENT',
        invocationId: 'i',
        installationId: 'i',
        moduleKey: 'm',
      },
      lambdaContext: { getRemainingTimeInMillis: () => 25_000 },
    },
    __forge_fetch__: async (descriptor: Descriptor, path: string, init: Init = {}): Promise<Response> => {
      const { method = 'GET', headers = {}, body } = init;
      site.sent.push({
        provider: descriptor.provider,
        method,
        path,
        body: body === undefined ? undefined : JSON.parse(body),
      });
      const own = site.answers.shift();
      if (own) return own();
      const caller: JiraCaller =
        descriptor.provider === 'user' && site.user !== null
          ? { provider: 'user', accountId: site.accountId(site.user) }
          : { provider: descriptor.provider };
      return site.jira.request(caller, { method, path, headers, ...(body === undefined ? {} : { body }) });
    },
  });
  return site;
}

export const PAGE_PATH = `/apps/${APP}/${ENVIRONMENT}`;
