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
import { createQueueStore, type QueueStore } from '../surfaces/queue/store';
import { handleRealtime } from '../surfaces/realtime/handler';
import { createRealtime, type Realtime } from '../surfaces/realtime/realtime';
import { createRequests } from '../surfaces/requests/handler';
import { createScheduler, type Tick } from '../surfaces/scheduler/scheduler';
import type { Jira, Store } from '../types';
import { createAdversary, type Adversary } from './adversary';
import { readBoards, readIssueProperties } from './ask-jira';
import { createDirectory, type Directory } from './directory';
import { createLogs, type Logs } from './logs';
import type { App } from './manifest';
import { createModuleContexts, type ModuleContexts } from './module-context';
import type { Dispatch } from './call';
import { createRunner, type Runner } from './runner';
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
  directory: Directory;
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

type Wired = Base & { options: PlatformOptions; jira: Jira; later: Later };

/** The runner with the platform beneath it: storage, broadcasts, Jira and the queue. */
function createRunnerOf(wired: Wired, queued: QueueStore): Runner {
  const { options, jira, later, kvs, realtime } = wired;
  const queues = new Set(options.app.consumers.map((consumer) => consumer.queue));
  const queue = createQueueHandler({ ...wired, events: queued, queues, poke: () => later.agenda?.poke() });
  const requests = createRequests({ jira, queue });

  const dispatch: Dispatch = async (call, destination, path, init) => {
    const body = typeof init?.body === 'string' ? init.body : '';
    if (destination.type === 'kvs') return kvs.handle(path, body);
    if (destination.type === 'realtime') return handleRealtime(realtime, body, call.page);
    if (destination.type === 'fpp') return requests(destination, path, init, call.accountId);
    throw new Error(`The local site does not have the Forge service "${destination.type}" (${path}).`);
  };
  const { app, bundleDir, echoLogs } = options;
  return createRunner({ ...wired, app, bundleDir, echoLogs, dispatch });
}

/** All that falls due by itself: product events, queued events, scheduled functions. */
function createDue(wired: Wired, runner: Runner, queued: QueueStore, context: Record<string, unknown>) {
  const { options, jira, later, clock, logs } = wired;
  const { app, store } = options;
  const ticks: Tick[] = [];
  const scheduler = createScheduler({
    ...wired,
    modules: app.scheduled,
    runner,
    cloudId: app.info.cloudId,
    context,
    onTick: (tick) => void (ticks.push(tick) > KEPT_TICKS && ticks.shift()),
  });
  const events = createProductEvents({
    ...wired,
    events: createEventStore(store),
    triggers: app.triggers,
    runner,
    context,
    issueProperties: (issueId, keys) => readIssueProperties(jira, issueId, keys),
    log: (text) => logs.add({ at: clock.now(), functionKey: 'filter', level: 'warn', text }),
    poke: () => later.agenda?.poke(),
  });
  const delivery = createQueueDelivery(queued, app.consumers, runner, clock, context);
  const agenda = createAgenda(clock, [events, delivery, ...scheduler.sources]);
  Object.assign(later, { events, agenda, replan: scheduler.replan });
  return { ticks, events, agenda };
}

/** Puts the platform together and reads what it must know of Jira first. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const { app, siteUrl } = options;
  const later: Later = {};
  const base = createBase(options, later);
  const jira = createJiraOf(options, base, later);
  const directory = createDirectory(jira);
  const wired = { ...base, options, jira, later };
  const boards = await readBoards(jira);
  const { variants } = base;
  const contexts = createModuleContexts({ app, jira, directory, variants, siteUrl, board: (key) => boards.get(key) });
  const queued = createQueueStore(options.store);
  const runner = createRunnerOf(wired, queued);
  return { ...base, ...createDue(wired, runner, queued, contexts.backend()), app, jira, directory, runner, contexts };
}
