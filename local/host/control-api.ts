import { Hono, type Context } from 'hono';
import type { SitePort } from '../types';
import type { AdversaryOptions } from './adversary';
import { NetworkDown, type Invoke } from './invoke';
import type { Platform } from './platform';
import type { Streams } from './streams';
import type { Traffic } from './traffic';
import { VARIANTS } from './variants';
import { cutConnection } from './cut-connection';
import { readViewer } from './viewer';

export interface ApiDeps {
  platform: Platform;
  port: SitePort;
  invoke: Invoke;
  streams: Streams;
  traffic: Traffic;
}

function people({ platform }: ApiDeps) {
  const users = platform.jira
    .users()
    .map(({ accountId, displayName, emailAddress }) => ({ accountId, displayName, email: emailAddress }));
  const projects = platform.jira.projects().map(({ key, id, name }) => ({ projectKey: key, projectId: id, name }));
  return { ready: true, users, projects };
}

function setAdversary({ platform, streams }: ApiDeps, options: AdversaryOptions): void {
  platform.adversary.set(options);
  streams.dropOffline();
}

async function invokeAnswer(c: Context, { platform, invoke }: ApiDeps): Promise<Response> {
  const body = await c.req.json<Record<string, unknown>>();
  const viewer = readViewer(platform, body);
  if (typeof viewer === 'string') return c.json({ ok: false, error: viewer }, 400);
  try {
    return c.json(await invoke(viewer, { functionKey: String(body['functionKey']), payload: body['payload'] }));
  } catch (error) {
    if (error instanceof NetworkDown) return cutConnection(c);
    throw error;
  }
}

async function sendEvent(c: Context, { platform }: ApiDeps): Promise<Response> {
  const { name, data, issueProperties } = await c.req.json<{
    name: string;
    data?: Record<string, unknown>;
    issueProperties?: Record<string, unknown>;
  }>();
  const triggers = platform.events.emit({ name, payload: data ?? {}, issueProperties });
  await platform.agenda.settle();
  return c.json({ triggers });
}

/** Reading what the site knows. */
function addReaders(api: Hono, deps: ApiDeps): void {
  const { platform, port, traffic } = deps;
  api.get('/health', (c) => c.json(people(deps)));
  api.get('/clock', (c) => c.json({ now: platform.clock.now(), iso: new Date(platform.clock.now()).toISOString() }));
  api.get('/outbox', (c) => c.json(port.outbox()));
  api.get('/usage', (c) => c.json(port.usage()));
  api.get('/storage', (c) => c.json(platform.kvs.dump()));
  api.get('/traffic', (c) => c.json(traffic.of(c.req.query('as') ?? '')));
  api.get('/adversary', (c) => c.json(platform.adversary.options()));
  api.get('/variant', (c) => c.json({ on: platform.variants.list(), known: VARIANTS }));
  api.get('/logs', (c) => c.json(platform.logs.list()));
  api.get('/ticks', (c) => c.json(platform.ticks));
  api.get('/csp-reports', (c) => c.json(port.cspReports.list()));
}

/** Changing it. */
function addWriters(api: Hono, deps: ApiDeps): void {
  const { platform, port, traffic } = deps;
  api.post('/invoke', (c) => invokeAnswer(c, deps));
  api.post('/event', (c) => sendEvent(c, deps));
  api.post('/clock', async (c) => {
    const { advance } = await c.req.json<{ advance: string }>();
    const now = await port.advance(advance);
    return c.json({ now, iso: new Date(now).toISOString() });
  });
  api.delete('/usage', (c) => {
    port.resetUsage();
    return c.json({});
  });
  api.delete('/traffic', (c) => {
    traffic.clear();
    return c.json({});
  });
  api.post('/adversary', async (c) => {
    setAdversary(deps, await c.req.json<AdversaryOptions>());
    return c.json(platform.adversary.options());
  });
  api.post('/variant', async (c) => {
    platform.variants.set((await c.req.json<{ variant: string }>()).variant);
    return c.json({ on: platform.variants.list() });
  });
}

/** /local/api: how tests, tools and the site's pages drive it (documented in local/README.md). */
export function createControlApi(deps: ApiDeps): Hono {
  const api = new Hono();
  addReaders(api, deps);
  addWriters(api, deps);
  const unknown = (c: Context) => `The control API has no ${c.req.method} ${c.req.path}. See local/README.md.`;
  api.all('*', (c) => c.json({ error: unknown(c) }, 404));
  api.onError((error, c) =>
    c.json({ error: error.message }, error instanceof RangeError || error instanceof SyntaxError ? 400 : 500),
  );
  return api;
}
