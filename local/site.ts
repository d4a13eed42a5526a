import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { Hono } from 'hono';
import { parseDuration } from './duration';
import { builtFunctions } from './host/built-functions';
import { createControlApi, type ApiDeps } from './host/control-api';
import { createBridgeApi } from './host/bridge-api';
import { createFetchProduct } from './host/fetch-product';
import { createInvoke } from './host/invoke';
import { listen } from './host/listen';
import { loopbackOnly } from './host/loopback-only';
import { readApp } from './host/manifest';
import { createPlatform, type Platform } from './host/platform';
import { createStreams } from './host/streams';
import { createTraffic, type Traffic } from './host/traffic';
import { announceChanges } from './host/announce-changes';
import { createRestAdapter } from './jira/rest-adapter';
import { createPages } from './pages/pages';
import { forgetStore, openStore, type OpenStore } from './store/open-store';
import { temporaryDirectory } from './store/temporary-directory';
import type { Jira, SitePort } from './types';

export interface SiteOptions {
  /** Directory with manifest.yml; the working directory when absent. */
  appDir?: string;
  /** What @forge/bundler built of it; built (or found in the cache) when absent. */
  bundleDir?: string;
  /** Where the database lies; a directory of its own that `close` removes when absent. */
  dataDir?: string;
  /** Start over: forget what the data directory holds. */
  fresh?: boolean;
  /** 0 (the default): any free port. The app's frame lives on the next one. */
  port?: number;
  demo?: 'demo' | 'none';
  /** Further members of the first project, for benches of large boards. */
  crowd?: number;
  /** `all` or a comma separated list of local/host/variants.ts. */
  variant?: string;
  /** False: no rate limits unless an adversary asks for them. */
  limits?: boolean;
  /** Write the app's console to stderr. */
  echoLogs?: boolean;
}

/** A running local site. */
export interface Site extends SitePort {
  /** `http://localhost:<port>` */
  url: string;
  /** Observes every exchange with Jira; answers how to stop it. */
  onExchange: Jira['onExchange'];
  close(): Promise<void>;
}

type Origins = ReturnType<SitePort['origins']>;

function createPort(
  platform: Platform,
  traffic: Traffic,
  origins: () => Origins,
  parts: Pick<SitePort, 'invoke' | 'fetchProduct'> & { changed(event: string): void },
): SitePort {
  const { app, agenda, adversary, jira, meter, contexts } = platform;
  const cspReports: unknown[] = [];
  return {
    app: app.info,
    origins,
    clock: platform.clock,
    async advance(duration) {
      const now = await agenda.advance(parseDuration(duration));
      parts.changed('clock');
      return now;
    },
    users: () => jira.users(),
    projects: () => jira.projects(),
    project: (idOrKey) => jira.project(idOrKey),
    can: (accountId, permission, project) => jira.can(accountId, permission, project),
    jira: (accountId, request) => jira.request({ provider: 'user', accountId, direct: true }, request),
    outbox: () => jira.outbox(),
    usage: () => meter.report(),
    resetUsage: () => meter.reset(),
    context: (viewer) => contexts.forPage(viewer),
    invoke: parts.invoke,
    fetchProduct: parts.fetchProduct,
    offline: (accountId) => adversary.isOffline(accountId),
    recordTraffic: (accountId, kind, label, body) => traffic.record(accountId, kind, label, body),
    cspReports: { add: (report) => void cspReports.push(report), list: () => cspReports },
  };
}

/** The two origins: Jira with its API and pages, and the app's frame. */
function createOrigins(deps: ApiDeps, origins: () => Origins): { jira: Hono; apps: Hono } {
  const pages = createPages(deps.port);
  const jira = new Hono();
  jira.use(loopbackOnly(() => origins().jira));
  jira.route('/local/api', createBridgeApi(deps).route('/', createControlApi(deps)));
  jira.route('/rest', createRestAdapter(deps.platform.jira));
  jira.route('/', pages.jira);
  const apps = new Hono().use(loopbackOnly(() => origins().apps)).route('/', pages.apps);
  return { jira, apps };
}

/** The database; without a data directory it lies in one that is removed with the site. */
function openData({ dataDir, fresh }: SiteOptions): OpenStore {
  const directory = resolve(dataDir ?? temporaryDirectory());
  if (fresh) forgetStore(directory);
  const opened = openStore(directory);
  if (dataDir !== undefined) return opened;
  return {
    store: opened.store,
    close() {
      opened.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const DEFAULTS = { port: 0, demo: 'demo', crowd: 0, variant: 'none', limits: true, echoLogs: false } as const;

/** Options without those that are present but undefined. */
function defined(options: SiteOptions): SiteOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** Starts a local Jira site with the app installed; it listens on loopback when the promise resolves. */
export async function createSite(options: SiteOptions = {}): Promise<Site> {
  const appDir = resolve(options.appDir ?? process.cwd());
  const settings = { ...DEFAULTS, ...defined(options) };
  const app = readApp(appDir);
  const bundleDir = options.bundleDir ?? (await builtFunctions(appDir));
  const data = openData(options);
  // known for certain once the site listens
  const at = { jira: 'http://localhost', apps: 'http://localhost' };
  const platform = await createPlatform({
    ...settings,
    app,
    bundleDir,
    store: data.store,
    siteUrl: () => at.jira,
  });
  const traffic = createTraffic(platform.clock);
  const streams = createStreams({ ...platform, traffic });
  const invoke = createInvoke({ ...platform, traffic });
  const changed = (event: string): void => streams.notify(event, platform.clock.now());
  const port = createPort(platform, traffic, () => at, {
    invoke,
    fetchProduct: createFetchProduct({ ...platform, traffic }),
    changed,
  });
  const hosts = createOrigins({ platform, port, invoke, streams, traffic }, () => at);
  const jiraListener = await listen(hosts.jira, settings.port);
  const appsListener = await listen(hosts.apps, settings.port && settings.port + 1);
  Object.assign(at, { jira: jiraListener.origin, apps: appsListener.origin });
  const quiet = announceChanges(platform, changed);

  return {
    ...port,
    url: at.jira,
    onExchange: (listener) => platform.jira.onExchange(listener),
    async close() {
      quiet();
      streams.closeAll();
      await Promise.all([jiraListener.close(), appsListener.close()]);
      await platform.agenda.stop();
      data.close();
    },
  };
}
