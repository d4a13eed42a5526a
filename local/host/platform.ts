import { createAgenda, type Agenda } from '../agenda';
import { createClock, type MovableClock } from '../clock';
import { createJira } from '../jira/jira';
import { DOCUMENTED_LIMITS } from '../jira/limits';
import { createMeta } from '../store/meta';
import { createProductEvents, type ProductEvents } from '../surfaces/events/handler';
import { createEventStore } from '../surfaces/events/store';
import { createKvs, type Kvs } from '../surfaces/kvs/handler';
import { createQueueDelivery } from '../surfaces/queue/deliver';
import { createQueueHandler } from '../surfaces/queue/handler';
import { createQueueStore } from '../surfaces/queue/store';
import { handleRealtime } from '../surfaces/realtime/handler';
import { createRealtime, type Realtime } from '../surfaces/realtime/realtime';
import { createRequests } from '../surfaces/requests/handler';
import { createScheduler, type Tick } from '../surfaces/scheduler/scheduler';
import type { Jira, Store } from '../types';
import { createAdversary, type Adversary } from './adversary';
import { readBoards, readIssueProperties } from './ask-jira';
import { createLogs, type Logs } from './logs';
import type { App } from './manifest';
import { createModuleContexts, type ModuleContexts } from './module-context';
import { createRunner, type Dispatch, type Runner } from './runner';
import { createUsageMeter, type UsageMeter } from './usage';
import { createVariants, type Variants } from './variants';

export interface PlatformOptions {
  app: App;
  bundleDir: string;
  store: Store;
  demo: 'demo' | 'none';
  crowd?: number;
  variant: string;
  /** Rate limits, unless an adversary says otherwise. */
  limits: boolean;
  echoLogs: boolean;
  siteUrl(): string;
}

/** The whole of Forge and Jira beneath one installation, without HTTP. */
export interface Platform {
  app: App;
  clock: MovableClock;
  agenda: Agenda;
  adversary: Adversary;
  variants: Variants;
  meter: UsageMeter;
  logs: Logs;
  ticks: Tick[];
  kvs: Kvs;
  realtime: Realtime;
  jira: Jira;
  runner: Runner;
  contexts: ModuleContexts;
  events: ProductEvents;
}

const KEPT_TICKS = 1_000;
const INDEX_LAG_MS = 1_000;

/** Parts that need each other only once they run. */
interface Later {
  events?: ProductEvents;
  agenda?: Agenda;
  replan?(): void;
}

function createBase(options: PlatformOptions, later: Later) {
  const meta = createMeta(options.store);
  const clock = createClock(meta);
  const meter = createUsageMeter(clock);
  const variants = createVariants(options.variant);
  const adversary = createAdversary(options.limits, (next) => {
    if (next.variant !== undefined) variants.set(next.variant);
    later.replan?.();
    later.agenda?.poke();
  });
  const base = { clock, meter, adversary, variants };
  return {
    ...base,
    logs: createLogs(),
    kvs: createKvs({ ...base, store: options.store, types: options.app.entities }),
    realtime: createRealtime({ ...base, meta }),
  };
}

type Base = ReturnType<typeof createBase>;

function createJiraOf(options: PlatformOptions, base: Base, later: Later): Jira {
  const { app, store, demo, crowd = 0, siteUrl } = options;
  const jira = createJira({
    store,
    clock: base.clock,
    emit: (event) => void later.events?.emit(event),
    faults: { next: (method, path) => base.adversary.nextJiraFault(method, path) },
    demo,
    crowd,
    scopes: app.scopes,
    entityProperties: app.entityProperties,
    indexLagMs: () => INDEX_LAG_MS,
    siteUrl,
    appName: app.info.name,
    limits: () => (base.adversary.limited() ? DOCUMENTED_LIMITS : undefined),
  });
  jira.onExchange((exchange) => base.meter.count('jiraPoints', exchange.points));
  return jira;
}

/** Puts the platform together and reads what it must know of Jira first. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const { app, store } = options;
  const later: Later = {};
  const base = createBase(options, later);
  const jira = createJiraOf(options, base, later);
  const poke = (): void => later.agenda?.poke();
  const queued = createQueueStore(store);
  const queue = createQueueHandler({ ...base, events: queued, queues: new Set(app.consumers.map((consumer) => consumer.queue)), poke });
  const requests = createRequests({ jira, queue });

  const dispatch: Dispatch = async (call, destination, path, init) => {
    const body = typeof init?.body === 'string' ? init.body : '';
    if (destination.type === 'kvs') return base.kvs.handle(path, body);
    if (destination.type === 'realtime') return handleRealtime(base.realtime, body, call.page);
    if (destination.type === 'fpp') return requests(destination, path, init, call.accountId);
    throw new Error(`The local site does not have the Forge service "${destination.type}" (${path}).`);
  };

  const runner = createRunner({ ...base, app, bundleDir: options.bundleDir, dispatch, echoLogs: options.echoLogs });
  const boards = await readBoards(jira);
  const contexts = createModuleContexts({ app, jira, variants: base.variants, siteUrl: options.siteUrl, board: (key) => boards.get(key) });
  const context = contexts.backend();
  const ticks: Tick[] = [];
  const onTick = (tick: Tick): void => void (ticks.push(tick) > KEPT_TICKS && ticks.shift());
  const scheduler = createScheduler({ ...base, modules: app.scheduled, runner, cloudId: app.info.cloudId, context, onTick });
  const log = (text: string): void => base.logs.add({ at: base.clock.now(), functionKey: 'filter', level: 'warn', text });
  const issueProperties = (issueId: string, keys: string[]): Promise<Record<string, unknown>> => readIssueProperties(jira, issueId, keys);
  const events = createProductEvents({ ...base, events: createEventStore(store), triggers: app.triggers, runner, context, issueProperties, log, poke });
  const agenda = createAgenda(base.clock, [events, createQueueDelivery(queued, app.consumers, runner, base.clock, context), ...scheduler.sources]);
  Object.assign(later, { events, agenda, replan: scheduler.replan });
  return { ...base, app, agenda, ticks, jira, runner, contexts, events };
}
