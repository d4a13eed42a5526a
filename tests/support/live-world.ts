/** Real sessions over the real app in memory, on one virtual clock, with an adversary between them. */
import { openRetro, renew } from '../../src/app/queries/open-retro';
import { announce, sync } from '../../src/app/queries/sync';
import { run } from '../../src/app/run/run';
import type { App, Caller } from '../../src/app/app';
import type { Api, Wire } from '../../src/contract/api';
import type { RetroEvent } from '../../src/contract/events';
import type { Command } from '../../src/contract/commands';
import { memoryStore } from '../../static/retro/src/session/browser-ports';
import { openSession } from '../../static/retro/src/session/retro-session';
import type { LiveChannel, RetroApi, SessionPorts } from '../../static/retro/src/session/ports';
import type { Session } from '../../static/retro/src/session/types';
import { PROJECT, RETRO, aRetro, memoryWorld, seededChance } from './memory-app';
import type { MemoryWorld } from './memory-app';
import { makeReadsStale } from './stale-reads';
import { VirtualTime } from './virtual-time';

/** What goes wrong, each a chance from 0 to 1 unless said otherwise. */
export interface Adversary {
  /** Events. */
  lose: number;
  duplicate: number;
  /** Longest extra delay of an event: what overtakes what. Milliseconds. */
  delayMs: number;
  refusePublish: number;
  /** Commits. */
  conflict: number;
  throttle: number;
  failBefore: number;
  failAfter: number;
  /** Reads that fail, or are refused for now (a limit of batch operations). */
  failRead: number;
  limitReads: number;
  /** Quick reads that are a moment behind. */
  staleRead: number;
  /** Calls that never reach the function, and answers that never come back. */
  loseCall: number;
  loseAnswer: number;
}

export const PEACE: Adversary = {
  lose: 0,
  duplicate: 0,
  delayMs: 0,
  refusePublish: 0,
  conflict: 0,
  throttle: 0,
  failBefore: 0,
  failAfter: 0,
  failRead: 0,
  limitReads: 0,
  staleRead: 0,
  loseCall: 0,
  loseAnswer: 0,
};

/** What one page has received: every answer and every event, as bytes. */
export interface Received {
  accountId: string;
  /** Revision of the head when it was sent, and the bytes. */
  messages: { headRev: number; bytes: string }[];
}

export interface Client {
  accountId: string;
  session: Session;
  online: boolean;
  received: Received;
  /** Wakes or silences the page: focus, network. */
  signal(signal: 'wake' | 'online' | 'away'): void;
  store: SessionPorts['store'];
  /** Calls of each function so far. */
  calls: Record<string, number>;
  close(): void;
}

interface Listener {
  channel: string;
  client: Client;
  onEvent: (payload: unknown) => void;
}

export class LiveWorld {
  readonly time: VirtualTime;
  readonly world: MemoryWorld;
  adversary: Adversary = { ...PEACE };
  readonly clients: Client[] = [];
  /** Events as published, in their order. */
  readonly published: RetroEvent[] = [];
  /** The answers to commands that reached their author: `true` for done. */
  readonly answered = new Map<string, boolean>();
  /** What the app threw: none of it may happen, whatever goes wrong. */
  readonly bugs: string[] = [];
  /** Longest way of a call, each direction. Milliseconds. */
  wayMs = 40;
  readonly chance: () => number;
  private readonly listeners = new Set<Listener>();

  constructor(seed = 1) {
    this.chance = seededChance(seed ^ 0x5eed);
    this.world = memoryWorld(seed);
    this.time = new VirtualTime(this.world.now.value);
    const { app, now, records } = this.world;
    Object.defineProperty(now, 'value', { get: () => this.time.now, set: () => undefined });
    app.clock = { now: () => this.time.now, sleep: (ms) => this.time.sleep(ms) };
    app.broadcast = {
      sign: async () => ({ subscribe: 'sub', publish: 'pub', expiresAt: this.time.now + 3_600_000 }),
      publish: async (channel, _token, event) => this.publish(channel, event),
    };
    records.faults = {
      pause: () => this.time.sleep(1 + this.chance() * 8),
      beforeRead: () => (this.happens('failRead') ? 'fail' : undefined),
      beforeCommit: () => {
        if (this.happens('conflict')) return 'conflict';
        if (this.happens('throttle')) return 'throttle';
        if (this.happens('failBefore')) return 'fail';
        return this.happens('failAfter') ? 'fail-after' : undefined;
      },
    };
    makeReadsStale(records, {
      now: () => this.time.now,
      limited: () => this.happens('limitReads'),
      stale: () => this.happens('staleRead'),
    });
  }

  happens(what: keyof Adversary): boolean {
    return this.chance() < this.adversary[what];
  }

  async retro(options: Parameters<typeof aRetro>[1] = {}): Promise<string> {
    return this.time.over(aRetro(this.world, options));
  }

  /** Somebody opens the retro's page. `clockError`: how wrong that machine's clock is, in milliseconds. */
  join(
    accountId: string,
    options: { retroId?: string; clockError?: number; store?: SessionPorts['store'] } = {},
  ): Client {
    const { retroId = RETRO, clockError = 0, store = memoryStore() } = options;
    const listeners = new Set<(signal: 'wake' | 'online' | 'away') => void>();
    const client: Client = {
      accountId,
      session: undefined as unknown as Session,
      online: true,
      received: { accountId, messages: [] },
      signal: (signal) => {
        client.online = signal !== 'away';
        for (const listener of listeners) listener(signal);
      },
      store,
      calls: {},
      close: () => {
        client.session.close();
        this.clients.splice(this.clients.indexOf(client), 1);
      },
    };
    const ports: SessionPorts = {
      api: this.apiFor(client),
      live: this.liveFor(client),
      clock: { now: () => this.time.now + clockError },
      timers: this.time,
      random: {
        next: this.chance,
        id: (length) => Array.from({ length }, () => Math.floor(this.chance() * 36).toString(36)).join(''),
      },
      store,
      signals: {
        listen: (on) => {
          listeners.add(on);
          return () => listeners.delete(on);
        },
      },
    };
    client.session = openSession(retroId, ports);
    this.clients.push(client);
    return client;
  }

  private apiFor(client: Client): RetroApi {
    const appFor = (): App => this.world.as(client.accountId);
    const caller: Caller = { accountId: client.accountId, projectId: PROJECT };
    const over =
      <Name extends keyof RetroApi>(
        name: Name,
        useCase: (app: App, caller: Caller, raw: unknown) => Promise<unknown>,
      ) =>
      async (request: Parameters<Api[Name]>[0]) => {
        client.calls[name] = (client.calls[name] ?? 0) + 1;
        const answer = await this.travel(client, request, (raw) => useCase(appFor(), caller, raw));
        if (name === 'run') this.note(request as { commands: Command[] }, answer);
        return answer as never;
      };
    return {
      openRetro: over('openRetro', openRetro),
      sync: over('sync', sync),
      run: over('run', run),
      renew: over('renew', renew),
      announce: over('announce', announce),
    };
  }

  /** There and back: either way can fail, and only the way there leaves nothing behind. */
  private async travel(client: Client, request: unknown, call: (raw: unknown) => Promise<unknown>): Promise<unknown> {
    const raw = JSON.parse(JSON.stringify(request)) as unknown;
    await this.time.sleep(this.chance() * this.wayMs);
    if (!client.online || this.happens('loseCall')) throw new Error('offline');
    const bytes = JSON.stringify(await this.carriedOut(() => call(raw)));
    await this.time.sleep(this.chance() * this.wayMs);
    if (!client.online || this.happens('loseAnswer')) throw new Error('offline');
    client.received.messages.push({ headRev: -1, bytes });
    return JSON.parse(bytes) as unknown;
  }

  /** As the resolver does it: a bug is a refusal, and is remembered. */
  private async carriedOut(call: () => Promise<unknown>): Promise<unknown> {
    try {
      return await call();
    } catch (error) {
      this.bugs.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return { ok: false, refusal: { code: 'app/failed' } };
    }
  }

  private note(request: { commands: Command[] }, answer: unknown): void {
    const { outcomes } = answer as { outcomes?: { ok: boolean }[] };
    request.commands.forEach((command, i) => {
      const outcome = outcomes?.[i];
      if (outcome) this.answered.set(command.id, outcome.ok);
    });
  }

  private liveFor(client: Client): LiveChannel {
    return {
      subscribe: async (wire: Wire, onEvent) => {
        await this.time.sleep(this.chance() * this.wayMs);
        if (!client.online || wire.token === '') throw new Error('offline');
        const listener: Listener = { channel: wire.channel, client, onEvent };
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
    };
  }

  private async publish(channel: string, event: RetroEvent): Promise<boolean> {
    if (this.happens('refusePublish')) return false;
    const bytes = JSON.stringify(event);
    this.published.push(JSON.parse(bytes) as RetroEvent);
    for (const listener of this.listeners)
      if (listener.channel === channel)
        for (let copies = this.happens('duplicate') ? 2 : 1; copies > 0; copies -= 1) this.deliver(listener, bytes);
    return true;
  }

  /** Something on the channel that the app did not publish. */
  tellAll(payload: object): void {
    for (const listener of this.listeners) this.deliver(listener, JSON.stringify(payload));
  }

  private deliver(listener: Listener, bytes: string): void {
    if (this.happens('lose')) return;
    const asText = this.chance() < 0.5;
    this.time.set(5 + this.chance() * (20 + this.adversary.delayMs), () => {
      if (!listener.client.online || !this.listeners.has(listener)) return;
      listener.client.received.messages.push({ headRev: -1, bytes });
      listener.onEvent(asText ? bytes : (JSON.parse(bytes) as unknown));
    });
  }
}
