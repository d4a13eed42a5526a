import type { Answer, Wire } from '#contract/api';
import type { Refusal } from '#domain/refusal';
import type { LiveChannel, Random, Timers } from './ports';
import { growing } from './waits';

const LONGEST_WAIT_MS = 30_000;
/** Tokens are renewed between these times before they run out, each tab at its own moment. */
const RENEW_EARLIEST_MS = 100_000;
const RENEW_LATEST_MS = 20_000;
/** Never renews more often than this. */
const RENEW_DISTANCE_MS = 5000;

export interface LineHost {
  renew(): Promise<Answer<{ ticket: string; wire: Wire }>>;
  serverNow(): number;
  renewed(ticket: string): void;
  /** The retro is gone, or not this person's to see any more. */
  ended(refusal: Refusal): void;
  event(payload: unknown): void;
  /** Events flow (again); `first`: for the first time. */
  connected(first: boolean): void;
  changed(): void;
}

/** How this tab listens: a subscription with a token that is renewed before it runs out. */
export class Line {
  connected = false;
  private wire: Wire | null = null;
  private stopListening: (() => void) | null = null;
  private cancelRenewal: (() => void) | null = null;
  private cancelRetry: (() => void) | null = null;
  private renewal: Promise<boolean> | null = null;
  private attempts = 0;
  private generation = 0;
  private closed = false;

  constructor(
    private readonly host: LineHost,
    private readonly live: LiveChannel,
    private readonly ports: { timers: Timers; random: Random },
  ) {}

  start(wire: Wire): void {
    this.use(wire);
  }

  /** Asks for a new ticket and token; several callers share one request. False: not now. */
  renew(): Promise<boolean> {
    this.renewal ??= this.askForWire().finally(() => {
      this.renewal = null;
    });
    return this.renewal;
  }

  /** Subscribes anew: this tab asked for a beat and did not hear it. */
  again(): void {
    void this.subscribe();
  }

  close(): void {
    this.closed = true;
    this.generation += 1;
    this.cancelRenewal?.();
    this.cancelRetry?.();
    this.stopListening?.();
    this.stopListening = null;
  }

  private async askForWire(): Promise<boolean> {
    try {
      const answer = await this.host.renew();
      if (this.closed) return false;
      if (!answer.ok) {
        if (answer.refusal.code === 'access/not-found') this.host.ended(answer.refusal);
        return false;
      }
      this.host.renewed(answer.ticket);
      this.use(answer.wire);
      return true;
    } catch {
      return false;
    }
  }

  private use(wire: Wire): void {
    const same = this.wire?.token === wire.token && this.wire.channel === wire.channel;
    this.wire = wire;
    this.planRenewal();
    if (!same || !this.connected) void this.subscribe();
  }

  private planRenewal(): void {
    this.cancelRenewal?.();
    if (!this.wire?.token) return this.retry();
    const left = this.wire.expiresAt - this.host.serverNow();
    const lead = RENEW_LATEST_MS + this.ports.random.next() * (RENEW_EARLIEST_MS - RENEW_LATEST_MS);
    const wait = left > 2 * RENEW_EARLIEST_MS ? left - lead : left / 2;
    this.cancelRenewal = this.ports.timers.set(Math.max(RENEW_DISTANCE_MS, wait), () => void this.renewOnTime());
  }

  private async renewOnTime(): Promise<void> {
    if (!(await this.renew()) && !this.closed) this.planRenewal();
  }

  private async subscribe(): Promise<void> {
    const wire = this.wire;
    if (this.closed || !wire?.token) return;
    this.cancelRetry?.();
    this.generation += 1;
    const mine = this.generation;
    try {
      const stop = await this.live.subscribe(wire, (payload) => {
        if (!this.closed) this.host.event(payload);
      });
      if (mine !== this.generation) return stop();
      this.stopListening?.();
      this.stopListening = stop;
      this.attempts = 0;
      if (!this.connected) {
        this.connected = true;
        this.host.connected(mine === 1);
      }
    } catch {
      if (mine !== this.generation) return;
      this.connected = false;
      this.host.changed();
      this.retry();
    }
  }

  private retry(): void {
    this.cancelRetry?.();
    const wait = growing(this.ports.random, Math.min(this.attempts, 6), 1000, LONGEST_WAIT_MS);
    this.attempts += 1;
    // A refused subscription may mean a token that has run out early: the second attempt brings a new one.
    const fresh = !this.wire?.token || this.attempts % 2 === 0;
    this.cancelRetry = this.ports.timers.set(wait, () => void (fresh ? this.renewThenSubscribe() : this.subscribe()));
  }

  private async renewThenSubscribe(): Promise<void> {
    if (await this.renew()) return;
    if (!this.closed && this.wire?.token) await this.subscribe();
    else if (!this.closed) this.retry();
  }
}
