import { randomUUID } from 'node:crypto';
import type { ChannelContext } from '../surfaces/realtime/channel';
import type { SiteClock } from '../types';
import { loadBundle, type Handler } from './load-bundle';
import { INVOCATION_LIMITS } from './limits';
import { logText, type Logs } from './logs';
import type { App, AppFunction } from './manifest';
import { runAs, type Destination, type Invocation } from './runtime';
import type { UsageMeter } from './usage';

/** Who and what a function is invoked for. */
export interface Call {
  functionKey: string;
  /** The two arguments of the handler. */
  args: [unknown, Record<string, unknown>];
  /** The user the invocation belongs to; absent for scheduled functions and events. */
  accountId?: string;
  moduleKey: string;
  /** Only for invocations that come from a page: scoped realtime channels need it. */
  page?: ChannelContext;
  /** Dies with this outbound request (1 is the first): carried out, never answered. */
  crashAt?: number;
}

/** The platform beneath one invocation. */
export type Dispatch = (call: Call, destination: Destination, path: string, init: RequestInit | undefined) => Promise<Response>;

export type Result = { ok: true; value: unknown } | { ok: false; error: string; errorType: string };

export interface Runner {
  run(call: Call): Promise<Result>;
}

interface RunnerDeps {
  app: App;
  bundleDir: string;
  clock: SiteClock;
  meter: UsageMeter;
  logs: Logs;
  dispatch: Dispatch;
  echoLogs: boolean;
}

const NEVER = new Promise<never>(() => undefined);
const silentMetrics = { counter: () => ({ incr: () => undefined }), timing: () => ({ measure: () => ({ stop: () => undefined }) }) };

function appContext(app: App, call: Call, invocationId: string): Record<string, unknown> {
  const { appId, environmentId, environmentType, installationId } = app.info;
  const permissions = { scopes: app.scopes, external: app.info.permissions['external'] ?? {} };
  return { appId, appVersion: '1.0.0', environmentId, environmentType, invocationId, installationId, functionKey: call.functionKey, moduleKey: call.moduleKey, permissions };
}

class TimeOut extends Error {}
class Crashed extends Error {}

/** Loads the app on first use and runs its functions, many at a time, in this process. */
export function createRunner(deps: RunnerDeps): Runner {
  const loaded = new Map<string, Record<string, Handler>>();

  function runtimeFor(call: Call, deadline: number): Record<string, unknown> {
    const id = randomUUID();
    return {
      metrics: silentMetrics,
      appContext: appContext(deps.app, call, id),
      contextAri: `ari:cloud:jira::site/${deps.app.info.cloudId}`,
      aaid: call.accountId,
      lambdaContext: { getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()) },
      tracing: { traceId: id.replaceAll('-', ''), spanId: id.slice(0, 8) },
      realtime: { contextToken: call.page && `page:${call.moduleKey}:${id}` },
      container: { appCodeDir: deps.bundleDir },
    };
  }

  function log(call: Call, written: { bytes: number }, level: string, args: unknown[]): void {
    const text = logText(args);
    written.bytes += Buffer.byteLength(text);
    if (written.bytes > INVOCATION_LIMITS.MAX_LOG_BYTES) return;
    deps.meter.bytes('logBytes', Buffer.byteLength(text));
    deps.logs.add({ at: deps.clock.now(), functionKey: call.functionKey, level, text });
    if (deps.echoLogs) process.stderr.write(`[${call.functionKey}] ${level}: ${text}\n`);
  }

  /** After its end (time-out, crash) a function's requests are never carried out: on Forge its process is frozen. */
  function invocation(call: Call, deadline: number, life: { over: boolean; die(error: Error): void }): Invocation {
    const written = { bytes: 0 };
    let requests = 0;
    return {
      runtime: runtimeFor(call, deadline),
      log: (level, args) => log(call, written, level, args),
      async fetch(destination, path, init) {
        if (life.over) return NEVER;
        requests += 1;
        const response = await deps.dispatch(call, destination, path, init);
        if (call.crashAt === requests) life.die(new Crashed('The function died (adversary).'));
        return life.over ? NEVER : response;
      },
    };
  }

  function handlerOf(target: AppFunction, boot: Invocation): Handler {
    let exported = loaded.get(target.file);
    if (!exported) {
      exported = loadBundle(deps.bundleDir, target.file, boot, deps.clock);
      loaded.set(target.file, exported);
    }
    const handler = exported[target.exportName];
    if (typeof handler !== 'function') throw new Error(`${target.file} does not export ${target.exportName}.`);
    return handler;
  }

  async function execute(call: Call, target: AppFunction): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const life = { over: false, die: (error: Error): void => void error };
    const end = new Promise<never>((_, reject) => {
      life.die = (error) => {
        life.over = true;
        reject(error);
      };
      timer = setTimeout(() => life.die(new TimeOut(`The function timed out after ${target.timeoutSeconds} seconds.`)), target.timeoutSeconds * 1000);
    });
    end.catch(() => undefined);
    if (call.crashAt === 0) life.die(new Crashed('The function died (adversary).'));
    const current = invocation(call, Date.now() + target.timeoutSeconds * 1000, life);
    try {
      const handler = handlerOf(target, current);
      return await Promise.race([end, runAs(current, async () => handler(...call.args))]);
    } finally {
      life.over = true;
      clearTimeout(timer);
    }
  }

  return {
    async run(call) {
      const target = deps.app.functions.get(call.functionKey);
      if (!target) return { ok: false, error: `The manifest has no function ${call.functionKey}.`, errorType: 'UNKNOWN_FUNCTION' };
      const started = performance.now();
      let failed = true;
      try {
        const value = await execute(call, target);
        failed = false;
        return { ok: true, value };
      } catch (error) {
        const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
        deps.logs.add({ at: deps.clock.now(), functionKey: call.functionKey, level: 'error', text: error instanceof Error ? (error.stack ?? message) : message });
        if (deps.echoLogs) process.stderr.write(`[${call.functionKey}] ${error instanceof Error ? error.stack : message}\n`);
        return { ok: false, error: message, errorType: error instanceof TimeOut ? 'FUNCTION_TIME_OUT' : name };
      } finally {
        deps.meter.count('invocations');
        deps.meter.invocation(call.functionKey, performance.now() - started, target.memoryMb, failed);
      }
    },
  };
}
