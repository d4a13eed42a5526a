import type { Call, RunnerDeps } from './call';
import { beginLife, FunctionDied } from './invocation';
import { loadBundle, type Handler } from './load-bundle';
import type { AppFunction } from './manifest';
import { runAs, type Invocation } from './runtime';

export type Result = { ok: true; value: unknown } | { ok: false; error: string; errorType: string };

export interface Runner {
  /** Never rejects. */
  run(call: Call): Promise<Result>;
}

function failure(error: unknown): Result & { ok: false } {
  if (!(error instanceof Error)) return { ok: false, error: String(error), errorType: 'Error' };
  return { ok: false, error: error.message, errorType: error instanceof FunctionDied ? error.errorType : error.name };
}

/** Loads the app on first use and runs its functions, many at a time, in this process. */
export function createRunner(deps: RunnerDeps): Runner {
  const { app, bundleDir, clock, meter, logs, echoLogs } = deps;
  const loaded = new Map<string, Record<string, Handler>>();

  function handlerOf(target: AppFunction, boot: Invocation): Handler {
    const exported = loaded.get(target.file) ?? loadBundle(bundleDir, target.file, boot, clock);
    loaded.set(target.file, exported);
    const handler = exported[target.exportName];
    if (typeof handler !== 'function') throw new Error(`${target.file} does not export ${target.exportName}.`);
    return handler;
  }

  async function execute(call: Call, target: AppFunction): Promise<unknown> {
    const life = beginLife(deps, call, target.timeoutSeconds);
    try {
      const handler = handlerOf(target, life.invocation);
      return await Promise.race([life.death, runAs(life.invocation, async () => handler(...call.args))]);
    } finally {
      life.end();
    }
  }

  function report(call: Call, error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    logs.add({ at: clock.now(), functionKey: call.functionKey, level: 'error', text });
    if (echoLogs) process.stderr.write(`[${call.functionKey}] ${text}\n`);
  }

  return {
    async run(call) {
      const target = app.functions.get(call.functionKey);
      if (!target) return failure(new Error(`The manifest has no function ${call.functionKey}.`));
      const started = performance.now();
      let failed = true;
      try {
        const value = await execute(call, target);
        failed = false;
        return { ok: true, value };
      } catch (error) {
        report(call, error);
        return failure(error);
      } finally {
        meter.count('invocations');
        meter.invocation(call.functionKey, performance.now() - started, target.memoryMb, failed);
      }
    },
  };
}
