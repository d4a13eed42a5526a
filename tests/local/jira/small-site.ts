import Database from 'libsql';
import { createOracle } from '../../support/jira-oracle';
import { createJira, type JiraOptions } from '../../../local/jira/jira';
import type { Jira, JiraDeps, JiraExchange, JiraFault, ProductEvent } from '../../../local/types';

/** The scopes the app's manifest declares. */
export const SCOPES = [
  'read:jira-work',
  'write:jira-work',
  'read:jira-user',
  'read:board-scope:jira-software',
  'read:board-scope.admin:jira-software',
  'read:sprint:jira-software',
  'write:sprint:jira-software',
  'read:project:jira',
  'read:issue-details:jira',
  'read:permission:jira',
];

export interface SmallSite {
  jira: Jira;
  events: ProductEvent[];
  exchanges: JiraExchange[];
  faults: JiraFault[];
  /** Milliseconds to move the clock by. */
  pass(ms: number): void;
  /** A request as a person through the app; the answer parsed. */
  as(name: string): Client;
  asApp: Client;
  accountId(name: string): string;
}

export interface Answer {
  status: number;
  // Tests read whatever came; its shape is the oracle's business.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever came: the oracle judges its shape
  body: any;
  headers: Headers;
}

export interface Client {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

/** A Jira of one's own, in memory, at nine in the morning of 22 Nov 2026 in Berlin. */
export function smallSite(options: Partial<JiraDeps & JiraOptions> = {}): SmallSite {
  let now = Date.parse('2026-11-22T08:00:00Z');
  const events: ProductEvent[] = [];
  const exchanges: JiraExchange[] = [];
  const faults: JiraFault[] = [];
  const jira = createJira({
    store: new Database(':memory:'),
    clock: { now: () => now },
    emit: (event) => events.push(event),
    faults: {
      next: (method, path) =>
        faults[0]?.method === method && path.startsWith(faults[0].path) ? faults.shift() : undefined,
    },
    demo: 'demo',
    scopes: SCOPES,
    entityProperties: [
      {
        propertyKey: 'sternlight.action',
        values: [{ path: 'retroId', type: 'string', searchAlias: 'sternlightRetro' }],
      },
    ],
    indexLagMs: () => 0,
    siteUrl: () => 'http://127.0.0.1:3000',
    ...options,
  });
  jira.onExchange((exchange) => exchanges.push(exchange));
  const client = (caller: Parameters<Jira['request']>[0]): Client => {
    const send =
      (method: string) =>
      async (path: string, body?: unknown): Promise<Answer> => {
        const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
        const response = await jira.request(caller, {
          method,
          path,
          headers,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        return { status: response.status, body: text ? JSON.parse(text) : undefined, headers: response.headers };
      };
    return { get: send('GET'), post: send('POST'), put: send('PUT'), delete: send('DELETE') };
  };
  const accountId = (name: string): string => {
    const user = jira.users().find((candidate) => candidate.displayName.startsWith(name));
    if (!user) throw new Error(`Nobody is called ${name}`);
    return user.accountId;
  };
  const site: SmallSite = {
    jira,
    events,
    exchanges,
    faults,
    accountId,
    pass: (ms) => {
      now += ms;
    },
    as: (name) => client({ provider: 'user', accountId: accountId(name) }),
    asApp: client({ provider: 'app' }),
  };
  sites.push(site);
  return site;
}

const oracle = createOracle();
const sites: SmallSite[] = [];

/** What Atlassian's descriptions have against a site's exchanges; a request that was refused for being wrong is forgiven. */
export function complaintsOf(site: SmallSite): string[] {
  return site.exchanges.flatMap((exchange) =>
    oracle.check(exchange).filter((complaint) => exchange.status < 400 || !/\brequest\b/.test(complaint)),
  );
}

// Every exchange of every test of the small Jira passes the oracle.
afterEach(() => {
  expect(sites.splice(0).flatMap(complaintsOf)).toEqual([]);
});
