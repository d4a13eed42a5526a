import { AsyncLocalStorage } from 'node:async_hooks';

/** First argument of `__forge_fetch__`: which door of the platform a package knocks at. */
export interface Destination {
  type: string;
  provider?: 'app' | 'user' | 'none';
  remote?: string;
  accountId?: string;
  contextAri?: string;
}

/** What the globals beneath the @forge packages answer while one function runs. */
export interface Invocation {
  runtime: Record<string, unknown>;
  fetch(destination: Destination, path: string, init?: RequestInit): Promise<Response>;
  log(level: string, args: unknown[]): void;
}

interface ForgeGlobals {
  __forge_fetch__?: Invocation['fetch'];
  __forge_runtime__?: unknown;
  fetch: typeof fetch;
}

const invocations = new AsyncLocalStorage<Invocation>();
let installed = false;

/** The invocation this code runs in, if any. */
export const currentInvocation = (): Invocation | undefined => invocations.getStore();

/** Runs `work` as (part of) an invocation: the globals answer for it, also in what it awaits. */
export function runAs<T>(invocation: Invocation, work: () => T): T {
  return invocations.run(invocation, work);
}

function outsideFunctions(): never {
  throw new Error('A Forge API was called outside an invocation.');
}

/**
 * Defines the globals the @forge packages read, once a process, before app code is loaded. On Forge each invocation has a process
 * of its own; here many share one, hence getters over AsyncLocalStorage. A plain `fetch` inside a function is egress: the app
 * declares none, so it is refused with Forge's words.
 */
export function installForgeGlobals(): void {
  if (installed) return;
  installed = true;
  const globals = globalThis as unknown as ForgeGlobals;
  const ownFetch = globals.fetch;
  globals.__forge_fetch__ = (destination, path, init) =>
    (currentInvocation() ?? outsideFunctions()).fetch(destination, path, init);
  Object.defineProperty(globals, '__forge_runtime__', { configurable: true, get: () => currentInvocation()?.runtime });
  globals.fetch = (input, init) => {
    if (!currentInvocation()) return ownFetch(input, init);
    const url = typeof input === 'string' || input instanceof URL ? String(input) : input.url;
    return Promise.reject(
      new Error(
        `URL not included in the external fetch backend permissions: ${url}. Visit go.atlassian.com/forge-egress for more information.`,
      ),
    );
  };
}
