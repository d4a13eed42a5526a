import { randomUUID } from 'node:crypto';
import { INVOCATION_LIMITS } from './limits';
import { logText } from './logs';
import type { App } from './manifest';
import type { Call, RunnerDeps } from './call';
import type { Invocation } from './runtime';

/** The function did not end in time, or the adversary let it die. */
export class FunctionDied extends Error {
  constructor(
    message: string,
    readonly errorType: string,
  ) {
    super(message);
  }
}

/** One run of a function, from its first line to its last. */
export interface Life {
  invocation: Invocation;
  /** Rejects when the function must end; never resolves. */
  death: Promise<never>;
  /** From now on nothing the function asks for is carried out. */
  end(): void;
}

const NEVER = new Promise<never>(() => undefined);
const silentMetrics = {
  counter: () => ({ incr: () => undefined }),
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
};

function appContext(app: App, call: Call, invocationId: string): Record<string, unknown> {
  const { appId, environmentId, environmentType, installationId } = app.info;
  const permissions = { scopes: app.scopes, external: app.info.permissions['external'] ?? {} };
  const { functionKey, moduleKey } = call;
  return {
    appId,
    appVersion: '1.0.0',
    environmentId,
    environmentType,
    invocationId,
    installationId,
    functionKey,
    moduleKey,
    permissions,
  };
}

/** What `__forge_runtime__` is for this invocation (`kvs` stays unset: then its client captures no token). */
function runtimeFor({ app, bundleDir }: RunnerDeps, call: Call, deadline: number): Record<string, unknown> {
  const id = randomUUID();
  return {
    metrics: silentMetrics,
    appContext: appContext(app, call, id),
    contextAri: `ari:cloud:jira::site/${app.info.cloudId}`,
    aaid: call.accountId,
    lambdaContext: { getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()) },
    tracing: { traceId: id.replaceAll('-', ''), spanId: id.slice(0, 8) },
    realtime: { contextToken: call.page && `page:${call.moduleKey}:${id}` },
    container: { appCodeDir: bundleDir },
  };
}

/** Keeps a console line, up to what Forge keeps of one invocation. */
function createLog({ meter, logs, clock, echoLogs }: RunnerDeps, functionKey: string): Invocation['log'] {
  let written = 0;
  return (level, args) => {
    const text = logText(args);
    const bytes = Buffer.byteLength(text);
    written += bytes;
    if (written > INVOCATION_LIMITS.MAX_LOG_BYTES) return;
    meter.bytes('logBytes', bytes);
    logs.add({ at: clock.now(), functionKey, level, text });
    if (echoLogs) process.stderr.write(`[${functionKey}] ${level}: ${text}\n`);
  };
}

/** Begins a run. After its end its requests are never carried out: on Forge its process is frozen. */
export function beginLife(deps: RunnerDeps, call: Call, timeoutSeconds: number): Life {
  let over = false;
  let requests = 0;
  let timer: NodeJS.Timeout | undefined;
  let die: (error: FunctionDied) => void = () => undefined;
  const death = new Promise<never>((_, reject) => {
    die = (error) => {
      over = true;
      reject(error);
    };
    timer = setTimeout(
      () => die(new FunctionDied(`The function timed out after ${timeoutSeconds} seconds.`, 'FUNCTION_TIME_OUT')),
      timeoutSeconds * 1000,
    );
  });
  death.catch(() => undefined);
  const crash = (): void => die(new FunctionDied('The function died (adversary).', 'CRASHED'));
  if (call.crashAt === 0) crash();
  return {
    death,
    end() {
      over = true;
      clearTimeout(timer);
    },
    invocation: {
      runtime: runtimeFor(deps, call, Date.now() + timeoutSeconds * 1000),
      log: createLog(deps, call.functionKey),
      async fetch(destination, path, init) {
        if (over) return NEVER;
        requests += 1;
        const isLast = call.crashAt === requests;
        const response = await deps.dispatch(call, destination, path, init);
        if (isLast) crash();
        return over ? NEVER : response;
      },
    },
  };
}
