/** What the session needs of its surroundings: the page, a test and the bench each hand in their own. */
import type { Answer, Api, OpenRetroAnswer, RunAnswer, SyncAnswer, Wire } from '#contract/api';

type Remote<Name extends keyof Api, Value> = (request: Parameters<Api[Name]>[0]) => Promise<Answer<Value>>;

/** The functions of one retro. A rejected promise means: nobody knows whether it was carried out. */
export interface RetroApi {
  openRetro: Remote<'openRetro', OpenRetroAnswer>;
  sync: Remote<'sync', SyncAnswer>;
  run: Remote<'run', RunAnswer>;
  renew: Remote<'renew', { ticket: string; wire: Wire }>;
  announce: Remote<'announce', object>;
}

/** The broadcast. Payloads may come as text or parsed; rejects when the platform refuses the subscription. */
export interface LiveChannel {
  subscribe(wire: Wire, onEvent: (payload: unknown) => void): Promise<() => void>;
}

export interface Clock {
  /** Epoch milliseconds of this machine; may be wrong. */
  now(): number;
}

export interface Timers {
  /** Calls back once after so many milliseconds; returns how to cancel. */
  set(ms: number, callback: () => void): () => void;
}

export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Lower-case letters and digits. */
  id(length: number): string;
}

/** Texts kept on this device; the page's is localStorage, or memory where that is forbidden. */
export interface DraftStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

/** The person or the network came back: `wake`; the network went: `away`. */
export interface Signals {
  listen(on: (signal: 'wake' | 'online' | 'away') => void): () => void;
}

export interface SessionPorts {
  api: RetroApi;
  live: LiveChannel;
  clock: Clock;
  timers: Timers;
  random: Random;
  store: DraftStore;
  signals: Signals;
}
