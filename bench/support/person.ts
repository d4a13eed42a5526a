/** One person with the app's own session code, over the site's bridge instead of a browser. */
import { openSession } from '../../static/retro/src/session/retro-session';
import type { DraftStore, LiveChannel, Random, RetroApi, SessionPorts } from '../../static/retro/src/session/ports';
import type { Session } from '../../static/retro/src/session/types';
import { MODULE } from './site';
import type { BenchSite } from './site';

/** Chances from a seed (mulberry32): the same bench does the same things. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface PersonOptions {
  clock: SessionPorts['clock'];
  timers: SessionPorts['timers'];
  /** Told when a call begins (+1) and ends (-1), so that a driver of time can wait for silence. */
  busy?: (change: 1 | -1) => void;
  /** Told the key of every function called. */
  called?: (functionKey: string) => void;
}

export interface BenchPerson {
  accountId: string;
  session: Session;
  leave(): void;
}

interface BridgeAnswer {
  ok: boolean;
  value?: unknown;
  error?: string;
}

function memoryStore(): DraftStore {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}

const randomOf = (chance: () => number): Random => ({
  next: chance,
  id: (length) => Array.from({ length }, () => Math.floor(chance() * 36).toString(36)).join(''),
});

/** The stream of events of one page; subscriptions are made on it. */
async function openStream(
  site: BenchSite,
  accountId: string,
): Promise<{
  live: LiveChannel;
  close(): void;
  stream: string;
  send: (cmd: string, data: unknown) => Promise<BridgeAnswer>;
}> {
  const aborter = new AbortController();
  const query = new URLSearchParams({ as: accountId, ...MODULE }).toString();
  const response = await fetch(`${site.url}/local/api/realtime?${query}`, { signal: aborter.signal });
  const handlers = new Map<string, (payload: unknown) => void>();
  const send = (cmd: string, data: unknown): Promise<BridgeAnswer> =>
    site.post('/bridge', { as: accountId, ...MODULE, cmd, data });
  let next = 0;
  const stream = await new Promise<string>((resolve) => {
    void consume(response.body as ReadableStream<Uint8Array>, (data) => {
      if (data.stream) resolve(data.stream);
      if (data.subscriptionId) handlers.get(data.subscriptionId)?.(data.payload);
    }).catch(() => undefined);
  });
  const live: LiveChannel = {
    async subscribe(wire, onEvent) {
      next += 1;
      const subscriptionId = `s${next}`;
      handlers.set(subscriptionId, onEvent);
      const data = {
        stream,
        subscriptionId,
        channelName: wire.channel,
        isGlobal: true,
        options: { token: wire.token, replaySeconds: 10 },
      };
      const answer = await send('subscribeRealtimeChannel', data);
      if (!answer.ok) throw new Error(answer.error);
      return () => {
        handlers.delete(subscriptionId);
        send('unsubscribeRealtimeChannel', { stream, subscriptionId }).catch(() => undefined);
      };
    },
  };
  return { live, stream, send, close: () => aborter.abort() };
}

interface StreamData {
  stream?: string;
  subscriptionId?: string;
  payload?: unknown;
}

async function consume(body: ReadableStream<Uint8Array>, onData: (data: StreamData) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const line = block.split('\n').find((one) => one.startsWith('data: '));
      if (line) onData(JSON.parse(line.slice(6)) as StreamData);
    }
  }
}

/** Opens a retro as a person would open the page, with the seed of all chances the page takes. */
export async function enter(
  site: BenchSite,
  accountId: string,
  retroId: string,
  seed: number,
  options: PersonOptions,
): Promise<BenchPerson> {
  const { live, close, send } = await openStream(site, accountId);
  const call = async (functionKey: string, payload: unknown): Promise<never> => {
    options.busy?.(1);
    options.called?.(functionKey);
    try {
      const answer = await send('invoke', { functionKey, payload });
      if (!answer.ok) throw new Error(answer.error);
      return answer.value as never;
    } finally {
      options.busy?.(-1);
    }
  };
  const api: RetroApi = {
    openRetro: (request) => call('openRetro', request),
    sync: (request) => call('sync', request),
    run: (request) => call('run', request),
    renew: (request) => call('renew', request),
    announce: (request) => call('announce', request),
  };
  const session = openSession(retroId, {
    api,
    live,
    clock: options.clock,
    timers: options.timers,
    random: randomOf(seeded(seed)),
    store: memoryStore(),
    signals: { listen: () => () => undefined },
  });
  return {
    accountId,
    session,
    leave: () => {
      session.close();
      close();
    },
  };
}

/** Resolves when the view of a session holds; rejects after `ms` of real time. */
export function until(session: Session, holds: () => boolean, ms = 30_000, what = 'a state'): Promise<void> {
  return new Promise((resolve, reject) => {
    if (holds()) return resolve();
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`waited in vain for ${what}`));
    }, ms);
    const stop = session.subscribe(() => {
      if (!holds()) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
    return undefined;
  });
}
