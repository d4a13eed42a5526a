import type { Outcome, Viewer } from '../types';
import type { Adversary } from './adversary';
import { INVOCATION_LIMITS } from './limits';
import type { ModuleContexts } from './module-context';
import { createRateWindow, type RateWindow } from './rate-window';
import type { Runner } from './runner';
import type { Traffic } from './traffic';
import type { UsageMeter } from './usage';
import type { Variants } from './variants';
import type { SiteClock } from '../types';

/** The person has no network just now, or the answer got lost: a browser sees a failed fetch. */
export class NetworkDown extends Error {
  constructor() {
    super('Failed to fetch');
    this.name = 'NetworkDown';
  }
}

interface InvokeDeps {
  runner: Runner;
  contexts: ModuleContexts;
  clock: SiteClock;
  meter: UsageMeter;
  adversary: Adversary;
  variants: Variants;
  traffic: Traffic;
}

export type Invoke = (viewer: Viewer, request: { functionKey: string; payload?: unknown }) => Promise<Outcome>;

const failure = (error: string): Outcome => ({ ok: false, error });
const pause = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();

/** The three documented rates of user-led invocations; the name of the one that is exceeded. */
function createRates(): (accountId: string, now: number) => string | undefined {
  const perUser = new Map<string, RateWindow>();
  const perMinute = createRateWindow(INVOCATION_LIMITS.PER_INSTALLATION_AND_MINUTE, 60_000);
  const perSecond = createRateWindow(INVOCATION_LIMITS.PER_INSTALLATION_AND_SECOND, 1_000);
  return (accountId, now) => {
    const own = perUser.get(accountId) ?? createRateWindow(INVOCATION_LIMITS.PER_USER_AND_MINUTE, 60_000);
    perUser.set(accountId, own);
    if (!own.take(now)) return 'invocationsPerUserMinute';
    if (!perSecond.take(now)) return 'invocationsPerSecond';
    return perMinute.take(now) ? undefined : 'invocationsPerMinute';
  };
}

/** The bridge's invoke: limits in, function, limits out. Rejects only with NetworkDown. */
export function createInvoke(deps: InvokeDeps): Invoke {
  const { adversary, variants, meter, clock, contexts } = deps;
  const exceeded = createRates();

  function refusal(viewer: Viewer, payload: string | undefined): string | undefined {
    if (!contexts.module(viewer.module)?.resolver) return `The module ${viewer.module} has no resolver.`;
    if (payload !== undefined && Buffer.byteLength(payload) > INVOCATION_LIMITS.MAX_REQUEST_BYTES)
      return 'Request payload too large: the limit is 500 KB.';
    const rate = exceeded(viewer.accountId, clock.now());
    if (rate === undefined || !adversary.limited()) return undefined;
    meter.refused(rate);
    return 'Too many requests: the invocation rate limit is exceeded (429).';
  }

  function present(value: unknown): Outcome {
    const text = JSON.stringify(value);
    if (text === undefined)
      return variants.has('undefined-as-object') ? { ok: true, value: {} } : { ok: true, value: undefined };
    if (Buffer.byteLength(text) > INVOCATION_LIMITS.MAX_RESPONSE_BYTES)
      return failure('Response payload too large: the limit is 5 MB.');
    return { ok: true, value: JSON.parse(text) as unknown };
  }

  async function run(viewer: Viewer, functionKey: string, payload: string | undefined): Promise<Outcome> {
    const resolver = contexts.module(viewer.module)?.resolver ?? '';
    const context = contexts.forFunction(viewer);
    const call = { functionKey, ...(payload === undefined ? {} : { payload: JSON.parse(payload) as unknown }) };
    const result = await deps.runner.run({
      functionKey: resolver,
      moduleKey: viewer.module,
      accountId: viewer.accountId,
      page: { moduleKey: viewer.module, extension: contexts.extension(viewer) },
      args: [{ call, context }, contexts.backend(viewer.accountId)],
    });
    return result.ok ? present(result.value) : failure(`There was an error invoking the function - ${result.error}`);
  }

  return async (viewer, { functionKey, payload }) => {
    if (adversary.isOffline(viewer.accountId)) throw new NetworkDown();
    const text = JSON.stringify(payload);
    const refused = refusal(viewer, text);
    const wait = adversary.latency('invocationMs');
    await pause(wait / 2);
    const outcome = refused === undefined ? await run(viewer, functionKey, text) : failure(refused);
    await pause(wait / 2);
    if (adversary.isOffline(viewer.accountId) || adversary.random.chance(adversary.options().loseAnswers))
      throw new NetworkDown();
    deps.traffic.record(viewer.accountId, 'answer', functionKey, JSON.stringify(outcome));
    return outcome;
  };
}
