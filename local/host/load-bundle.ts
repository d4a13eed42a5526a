import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SiteClock } from '../types';
import { currentInvocation, installForgeGlobals, runAs, type Invocation } from './runtime';

export type Handler = (...args: unknown[]) => unknown;

/** `console` of the app: lines go to the invocation that wrote them. */
function appConsole(): Console {
  const levels = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
  const write = Object.fromEntries(
    levels.map((level) => [level, (...args: unknown[]) => currentInvocation()?.log(level, args)]),
  );
  return Object.assign(Object.create(console) as Console, write);
}

/** `Date` of the app: the site's clock, so that moving it moves what the app believes. */
function siteDate(clock: SiteClock): DateConstructor {
  return new Proxy(Date, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [clock.now()], newTarget) as object,
    apply: () => new Date(clock.now()).toString(),
    get: (target, name, receiver) =>
      name === 'now' ? () => clock.now() : (Reflect.get(target, name, receiver) as unknown),
  });
}

const PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname', 'console', 'Date'] as const;

type Factory = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: object },
  filename: string,
  directory: string,
  console: Console,
  date: DateConstructor,
) => void;

/**
 * Loads a file that @forge/bundler built, afresh for each site, with this site's `Date` and `console`.
 * Compiled in the present realm (not through `require`), so that sites and test files do not share module state.
 */
export function loadBundle(
  bundleDir: string,
  file: string,
  boot: Invocation,
  clock: SiteClock,
): Record<string, Handler> {
  const filename = join(bundleDir, `${file}.cjs`);
  if (!existsSync(filename)) throw new Error(`The app is not built: ${filename} is missing.`);
  installForgeGlobals();
  const code = readFileSync(filename, 'utf8');
  // eslint-disable-next-line no-new-func, @typescript-eslint/no-implied-eval -- a module loader; vm would compile in another realm under jest
  const factory = new Function(...PARAMETERS, `${code}\n//# sourceURL=${filename}`) as Factory;
  const module: { exports: Record<string, Handler> } = { exports: {} };
  runAs(boot, () =>
    factory(
      module.exports,
      createRequire(filename),
      module,
      filename,
      dirname(filename),
      appConsole(),
      siteDate(clock),
    ),
  );
  return module.exports;
}
