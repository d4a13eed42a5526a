import type { DueSource } from '../../agenda';
import type { Adversary } from '../../host/adversary';
import type { ScheduledModule } from '../../host/manifest';
import type { Call } from '../../host/call';
import type { Result, Runner } from '../../host/runner';
import type { Variants } from '../../host/variants';
import type { SiteClock } from '../../types';
import { SCHEDULER_LIMITS } from './limits';

/** What became of a tick, for the log of the site. */
export interface Tick {
  at: number;
  module: string;
  result: Result | 'missed';
}

interface SchedulerDeps {
  modules: ScheduledModule[];
  runner: Runner;
  clock: SiteClock;
  adversary: Adversary;
  variants: Variants;
  cloudId: string;
  context: Record<string, unknown>;
  onTick(tick: Tick): void;
}

/** DAC/function-reference: a scheduled function answers in the web trigger's form; elsewhere: its answer is ignored (U9). */
function judged(result: Result, strict: boolean): Result {
  if (!strict || !result.ok || typeof (result.value as { statusCode?: unknown } | undefined)?.statusCode === 'number')
    return result;
  return { ok: false, error: 'Invalid response from the scheduled function (424).', errorType: 'FAILED_DEPENDENCY' };
}

/** One module's ticks at fixed places of site time; a failed run is not repeated ("invoked the next time the schedule is due"). */
function createTicker(module: ScheduledModule, deps: SchedulerDeps): DueSource & { replan(): void } {
  const { clock, adversary, variants } = deps;
  const interval = SCHEDULER_LIMITS.INTERVAL_MS[module.interval];
  let planned: { tick: number; due: number } | undefined;

  function after(time: number): { tick: number; due: number } {
    const offset = variants.has('scheduler-offset') ? SCHEDULER_LIMITS.VARIANT_OFFSET_MS % interval : 0;
    const tick = (Math.floor((time - offset) / interval) + 1) * interval + offset;
    const late = adversary.options().scheduler?.lateMinutes ?? 0;
    return { tick, due: tick + late * 60_000 };
  }

  const call = (): Call => ({
    functionKey: module.functionKey,
    moduleKey: module.key,
    args: [{ context: { cloudId: deps.cloudId, moduleKey: module.key } }, deps.context],
    crashAt: adversary.options().scheduler?.crashAt,
  });

  async function fire(at: number): Promise<void> {
    const { miss, duplicate } = adversary.options().scheduler ?? {};
    if (adversary.random.chance(miss)) return deps.onTick({ at, module: module.key, result: 'missed' });
    const runs = adversary.random.chance(duplicate) ? 2 : 1;
    const results = await Promise.all(Array.from({ length: runs }, () => deps.runner.run(call())));
    for (const result of results)
      deps.onTick({ at, module: module.key, result: judged(result, variants.has('scheduled-return')) });
  }

  return {
    next() {
      planned ??= after(clock.now());
      return planned.due;
    },
    async run() {
      const { tick } = (planned ??= after(clock.now()));
      planned = after(tick);
      await fire(tick);
    },
    replan() {
      planned = undefined;
    },
  };
}

/** The scheduled triggers of the manifest; `replan` after a change of the adversary or the variants. */
export function createScheduler(deps: SchedulerDeps): { sources: DueSource[]; replan(): void } {
  const tickers = deps.modules.map((module) => createTicker(module, deps));
  return { sources: tickers, replan: () => tickers.forEach((ticker) => ticker.replan()) };
}
