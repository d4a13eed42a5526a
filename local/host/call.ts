import type { ChannelContext } from '../surfaces/realtime/channel';
import type { SiteClock } from '../types';
import type { Logs } from './logs';
import type { App } from './manifest';
import type { Destination } from './runtime';
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
  /** Dies with this outbound request (1 is the first): carried out, never answered. 0: before the first. */
  crashAt?: number;
}

/** The platform beneath one invocation. */
export type Dispatch = (
  call: Call,
  destination: Destination,
  path: string,
  init: RequestInit | undefined,
) => Promise<Response>;

/** What a function runs on. */
export interface RunnerDeps {
  app: App;
  bundleDir: string;
  clock: SiteClock;
  meter: UsageMeter;
  logs: Logs;
  dispatch: Dispatch;
  echoLogs: boolean;
}
