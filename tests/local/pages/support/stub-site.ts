import { EventEmitter } from 'node:events';
import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { BridgeCommand, SitePort, SiteUser, Usage } from '../../../../local/types';

/** The server half of the bridge, just enough to see what the page half sends and receives. */
export interface StubSite extends SitePort {
  /** Every bridge command that arrived. */
  commands: BridgeCommand[];
  traffic: { accountId: string; kind: string; label: string }[];
  offlineIds: Set<string>;
  /** What the next invokes answer, by function key. */
  answers: Record<string, (payload: unknown) => unknown>;
  /** Sends a realtime event to every subscriber of a channel. */
  broadcast(channelName: string, payload: unknown): void;
  mount(jira: Hono): void;
}

const person = (accountId: string, displayName: string, timeZone: string): SiteUser => ({
  accountId,
  displayName,
  timeZone,
  emailAddress: `${accountId}@example.com`,
  active: true,
});

const noUsage: Usage = {
  invocations: 0,
  byFunction: {},
  gbSeconds: 0,
  gbSecondsMeasured: 0,
  logBytes: 0,
  refused: {},
  kvsReadBytes: 0,
  kvsWriteBytes: 0,
  kvsReadUnits: 0,
  kvsWriteUnits: 0,
  kvsRequests: 0,
  realtimeOps: 0,
  jiraPoints: 0,
  usd: { total: 0, compute: 0, kvsReads: 0, kvsWrites: 0, realtime: 0, logs: 0 },
  perSecond: {},
  perMinute: {},
};

interface Channels {
  emitter: EventEmitter;
  subscriptions: Map<string, { stream: string; channelName: string }>;
}

type Answer = (site: StubSite, channels: Channels, as: string, fields: Record<string, string>) => unknown;

const answers: Record<string, Answer> = {
  getContext: (site, _channels, as) => site.context({ accountId: as, module: 'page' }),
  invoke(site, _channels, _as, { functionKey = '', payload }) {
    const answer = site.answers[functionKey];
    if (!answer) throw new Error(`Resolver has no definition for '${functionKey}'.`);
    return answer(payload);
  },
  fetchProduct: (_site, _channels, _as, { restPath = '' }) => ({
    status: 200,
    statusText: 'OK',
    headers: {},
    body: restPath,
  }),
  subscribeRealtimeChannel(_site, channels, _as, { subscriptionId = '', stream = '', channelName = '' }) {
    channels.subscriptions.set(subscriptionId, { stream, channelName });
  },
  unsubscribeRealtimeChannel(_site, channels, _as, { subscriptionId = '' }) {
    channels.subscriptions.delete(subscriptionId);
  },
  publishRealtimeChannel(site, _channels, _as, { channelName = '', eventPayload }) {
    site.broadcast(channelName, eventPayload);
    return { eventId: '1', eventTimestamp: '1' };
  },
};

function answerBridge(site: StubSite, channels: Channels, { cmd, as, data }: BridgeCommand): unknown {
  const answer = answers[cmd];
  if (!answer) throw new Error(`No such command: ${cmd}`);
  return answer(site, channels, as, (data ?? {}) as Record<string, string>);
}

function mountBridge(site: StubSite, channels: Channels, jira: Hono): void {
  jira.post('/local/api/bridge', async (c) => {
    const command = await c.req.json<BridgeCommand>();
    site.commands.push(command);
    try {
      return c.json({ ok: true, value: answerBridge(site, channels, command) });
    } catch (error) {
      return c.json({ ok: false, error: (error as Error).message });
    }
  });
  jira.get('/local/api/realtime', (c) =>
    streamSSE(c, async (sse) => {
      const stream = crypto.randomUUID();
      await sse.writeSSE({ event: 'hello', data: JSON.stringify({ stream }) });
      channels.emitter.on(stream, (data: string) => void sse.writeSSE({ event: 'realtime', data }));
      await new Promise<void>((resolve) => sse.onAbort(resolve));
    }),
  );
  jira.get('/local/api/usage', (c) => c.json(site.usage()));
}

/** A site with two people and one project, whose app is the fixture in `directory`. */
export function stubSite(directory: string): StubSite {
  const channels: Channels = { emitter: new EventEmitter(), subscriptions: new Map() };
  const users = [person('ada', 'Ada Lovelace', 'Europe/London'), person('grace', 'Grace Hopper', 'America/New_York')];
  const projects = [{ id: '10000', key: 'SUN', name: 'Sunrise', style: 'classic' as const }];
  const reports: unknown[] = [];
  const site: StubSite = {
    app: {
      appId: '11111111-2222-4333-8444-555555555555',
      environmentId: '66666666-7777-4888-8999-000000000000',
      environmentType: 'DEVELOPMENT',
      installationId: 'installation',
      cloudId: 'cloud',
      name: 'Fixture',
      modules: [{ type: 'jira:projectPage', key: 'page', title: 'Fixture', resource: 'main', resolver: 'resolver' }],
      resources: [{ key: 'main', directory, entry: 'index.html' }],
      permissions: { scopes: ['read:jira-work'] },
    },
    origins: () => ({ jira: '', apps: '' }),
    clock: { now: () => Date.parse('2026-11-23T09:00:00Z') },
    advance: () => Promise.resolve(0),
    users: () => users,
    projects: () => projects,
    project: (idOrKey) => projects.find(({ id, key }) => id === idOrKey || key === idOrKey),
    can: () => true,
    jira: () => Promise.resolve(new Response('{}', { status: 404 })),
    outbox: () => [],
    usage: () => noUsage,
    resetUsage: () => undefined,
    context: ({ accountId, module }) => ({
      accountId,
      moduleKey: module,
      cloudId: 'cloud',
      timezone: 'Europe/London',
      extension: { type: 'jira:projectPage', project: { id: '10000', key: 'SUN', type: 'software' } },
    }),
    invoke: () => Promise.reject(new Error('not used')),
    fetchProduct: () => Promise.reject(new Error('not used')),
    offline: (accountId) => site.offlineIds.has(accountId),
    recordTraffic: (accountId, kind, label) => void site.traffic.push({ accountId, kind, label }),
    cspReports: { add: (report) => void reports.push(report), list: () => reports },
    commands: [],
    traffic: [],
    offlineIds: new Set(),
    answers: {},
    broadcast(channelName, payload) {
      for (const [subscriptionId, subscription] of channels.subscriptions) {
        if (subscription.channelName !== channelName) continue;
        channels.emitter.emit(subscription.stream, JSON.stringify({ subscriptionId, payload }));
      }
    },
    mount: (jira) => mountBridge(site, channels, jira),
  };
  return site;
}
