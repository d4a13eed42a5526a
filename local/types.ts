/** The seams between the parts of the local Jira site. Nothing here knows the app. */
import type Database from 'libsql';

export type Store = Database.Database;

/** Milliseconds since the epoch, site time: it can be moved forward, never back. */
export interface SiteClock {
  now(): number;
}

/** One fault an adversary asked for: the next `times` matching Jira requests answer `status` or time out. */
export interface JiraFault {
  method: string;
  /** Prefix or regular expression source of the REST path. */
  path: string;
  status?: number;
  timeout?: boolean;
  /** The request is carried out before it fails. */
  afterCommit?: boolean;
  times?: number;
}

export type JiraProvider = 'user' | 'app' | 'none';

/** Who sends a request to Jira: an account, or the app's own user. */
export interface JiraCaller {
  provider: JiraProvider;
  accountId?: string;
  /** From the browser through the bridge: costs no points. */
  fromBridge?: boolean;
  /** A person's own REST client, or Jira's own pages: no app is involved, hence no scopes, points or limits. */
  direct?: boolean;
}

/** A product event as Forge would deliver it (`eventType` inside `payload`). */
export interface ProductEvent {
  name: string;
  payload: Record<string, unknown>;
  /** Entity properties of the issue when it happened: what `event.runtime.issue.properties` in filters sees (also after a deletion). */
  issueProperties?: Record<string, unknown>;
}

export interface JiraRequest {
  method: string;
  /** Path with query, e.g. `/rest/api/3/issue?x=1`. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface SiteUser {
  accountId: string;
  displayName: string;
  emailAddress: string;
  timeZone: string;
  active: boolean;
}

export interface SiteProject {
  id: string;
  key: string;
  name: string;
  style: 'classic' | 'next-gen';
}

/** One mail in the outbox: the app's through `notify`, or Jira's own. */
export interface OutboxMail {
  id: number;
  at: number;
  to: { accountId: string; displayName: string; email: string };
  subject: string;
  text: string;
  html?: string;
  issueKey?: string;
  /** `notify`: sent by an app through the notify operation; `jira`: Jira's own notice. */
  source: 'notify' | 'jira';
}

/** The small Jira: everything under /rest, its users and projects, its outbox. */
export interface Jira {
  request(caller: JiraCaller, request: JiraRequest): Promise<Response>;
  /** Permission key, e.g. BROWSE_PROJECTS. False for unknown users and projects. */
  can(accountId: string, permission: string, projectIdOrKey: string): boolean;
  users(): SiteUser[];
  projects(): SiteProject[];
  project(idOrKey: string): SiteProject | undefined;
  outbox(): OutboxMail[];
  /** Points spent so far, by the documented price of each operation. */
  points(): number;
  /** Observes every exchange (the usage meter, the oracle of the tests). */
  onExchange(listener: (exchange: JiraExchange) => void): () => void;
}

export interface JiraExchange {
  caller: JiraCaller;
  request: JiraRequest;
  status: number;
  body: string;
  points: number;
}

export interface JiraDeps {
  store: Store;
  clock: SiteClock;
  /** Called after commit, once per product event. */
  emit(event: ProductEvent): void;
  /** Taken before each request; undefined for none. */
  faults: { next(method: string, path: string): JiraFault | undefined };
  /** `demo`: the demo site's users, projects, boards, sprints and issues; `none`: users and projects only. */
  demo: 'demo' | 'none';
  /** Further members of the first project, for large boards. */
  crowd?: number;
  /** Scopes of the manifest; requests without theirs are refused as the proxy does. */
  scopes: string[];
  /** entityProperty modules of the manifest, for JQL. */
  entityProperties: { propertyKey: string; values: { path: string; type: string; searchAlias?: string }[] }[];
  /** How long a written issue stays invisible to search, site milliseconds. */
  indexLagMs(): number;
  siteUrl(): string;
}

/** What the pages need to know of the app's manifest (and nothing else of it). */
export interface AppInfo {
  /** `ari:cloud:ecosystem::app/<appId>` without its prefix. */
  appId: string;
  environmentId: string;
  environmentType: 'DEVELOPMENT' | 'STAGING' | 'PRODUCTION';
  installationId: string;
  cloudId: string;
  name: string;
  modules: AppModule[];
  /** Manifest resources: key to absolute directory (Custom UI) - what the apps origin serves. */
  resources: { key: string; directory: string; entry: string }[];
  /** `permissions` of the manifest as parsed, for @forge/csp. */
  permissions: Record<string, unknown>;
}

/** One UI module of the manifest, e.g. jira:projectPage `retro-page`. */
export interface AppModule {
  /** e.g. `jira:projectPage` */
  type: string;
  key: string;
  title: string;
  /** Manifest value as it stands, e.g. `resource:retro;icons/retro.svg`. */
  icon?: string;
  resource?: string;
  /** Function key of its resolver. */
  resolver?: string;
  layout?: string;
}

/** Who looks at which module where: one page of one person. */
export interface Viewer {
  accountId: string;
  /** Module key of the manifest. */
  module: string;
  projectKey?: string;
  issueKey?: string;
}

export type Outcome = { ok: true; value: unknown } | { ok: false; error: string };

/** Answer of the bridge's fetchProduct: what `new Response` is made of in the frame. */
export interface ProductAnswer {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  body: string;
  isAttachment?: boolean;
}

export interface Subscription {
  channelName: string;
  isGlobal?: boolean;
  options?: { replaySeconds?: number; token?: string; contextOverrides?: string[] };
}

/** `[mean, spread]` in milliseconds, or one number for all three. */
export type Latency =
  number | { invocationMs?: [number, number]; storageMs?: [number, number]; broadcastMs?: [number, number] };

/** Counters since the last DELETE /local/api/usage; `usd` by Forge's price list (local/host/prices.ts). */
export interface Usage {
  invocations: number;
  byFunction: Record<string, { invocations: number; milliseconds: number; errors: number }>;
  /** At 0.25 s a call, or as measured where that is longer. */
  gbSeconds: number;
  gbSecondsMeasured: number;
  logBytes: number;
  /** Refusals by limit, e.g. `realtime`, `kvsWriteUnits`, `invocationsPerUserMinute`. */
  refused: Record<string, number>;
  kvsReadBytes: number;
  kvsWriteBytes: number;
  /** Units of 10 KB as the limit counts them: each request rounds up, at least one. */
  kvsReadUnits: number;
  kvsWriteUnits: number;
  kvsRequests: number;
  realtimeOps: number;
  jiraPoints: number;
  /** What this would cost on Forge beyond the free allowance. */
  usd: { total: number; compute: number; kvsReads: number; kvsWrites: number; realtime: number; logs: number };
  perSecond: Record<string, number>;
  perMinute: Record<string, number>;
}

/** Everything the pages (local/pages) may ask of the site. */
export interface SitePort {
  app: AppInfo;
  /** Origins with port, known once the site listens: the Jira pages and the app's frame. */
  origins(): { jira: string; apps: string };
  clock: SiteClock;
  /** ISO duration (`PT1H`, `P1D`); resolves when all that fell due has run. Milliseconds of site time. */
  advance(duration: string): Promise<number>;
  users(): SiteUser[];
  projects(): SiteProject[];
  project(idOrKey: string): SiteProject | undefined;
  can(accountId: string, permission: string, projectIdOrKey: string): boolean;
  /** Jira's own pages talking to Jira as a person: no points, no scope check, no adversary. */
  jira(accountId: string, request: JiraRequest): Promise<Response>;
  outbox(): OutboxMail[];
  usage(): Usage;
  resetUsage(): void;
  /** The part of view.getContext() that the site knows; the page adds theme, locale, localId. Undefined: the viewer may not see this. */
  context(viewer: Viewer): Record<string, unknown> | undefined;
  /** The bridge's `invoke`: errors are answers. Rejects with a network error while the person is offline. */
  invoke(viewer: Viewer, request: { functionKey: string; payload?: unknown }): Promise<Outcome>;
  fetchProduct(
    viewer: Viewer,
    data: { product: string; restPath: string; fetchRequestInit: Record<string, unknown> },
  ): Promise<ProductAnswer>;
  /** True: the person has no network (adversary `offline`); requests of their pages are to be cut. */
  offline(accountId: string): boolean;
  /** Notes what a viewer's page received: file, answer, event. */
  recordTraffic(accountId: string, kind: 'file' | 'answer' | 'event' | 'product', label: string, body: string): void;
  cspReports: { add(report: unknown): void; list(): unknown[] };
}

/**
 * The server half of the bridge, on the Jira origin, served by local/host (H1), used by the page and by test clients:
 *
 * POST /local/api/bridge  {as, module, projectKey?, issueKey?, cmd, data}  ->  {ok: true, value} | {ok: false, error}
 *   cmd `getContext`                  value: FullContext without theme/locale/localId
 *   cmd `invoke`                      data {functionKey, payload}
 *   cmd `fetchProduct`                data as the bridge sends it; value: ProductAnswer
 *   cmd `publishRealtimeChannel`      data {channelName, eventPayload, options?, isGlobal?}; value {eventId, eventTimestamp, errors?}
 *   cmd `subscribeRealtimeChannel`    data {stream, subscriptionId, ...Subscription}; subscriptionId is chosen by the client
 *   cmd `unsubscribeRealtimeChannel`  data {stream, subscriptionId}
 * While the person is offline the connection is cut (no HTTP answer), like a browser without network.
 *
 * GET /local/api/realtime?as=&module=&projectKey=&issueKey=   (server-sent events)
 *   event `hello`  {stream}                       first; after a reconnect a new stream: subscribe again
 *   event `realtime`  {subscriptionId, payload}   payload as published (string or object)
 *   event `error`  {subscriptionId, message}
 *   event `flag`, `clock`, `outbox`, `usage`      for Jira's own pages: {at}; ask again for the data
 */
export interface BridgeCommand {
  as: string;
  module: string;
  projectKey?: string;
  issueKey?: string;
  cmd: string;
  data?: unknown;
}

/** createPages(site) -> two Hono apps: `jira` for the main port, `apps` for the second port (port + 1, another origin). */
export interface Pages<App> {
  jira: App;
  apps: App;
}
