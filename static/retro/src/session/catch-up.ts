import type { Clock, Random, Timers } from './ports';
import type { Gap } from './replica';
import { graceMs, growing, syncDistanceMs } from './waits';

/** A gap several syncs could not close is given up: it was a rumour. */
const TRIES = 5;
/** A gap older than this is shown as catching up. */
const VISIBLE_MS = 1500;
const LONGEST_WAIT_MS = 15_000;

export interface SyncWish {
  /** Slots wanted whole, whatever revision is held. */
  full: Set<number>;
  recount: boolean;
  beat: boolean;
}

export interface CatchUpHost {
  gaps(): Gap[];
  participants(): number;
  /** False: no answer, or only "later". */
  sync(wish: SyncWish): Promise<boolean>;
  forgive(slot: number): void;
  changed(): void;
}

interface Waiting {
  since: number;
  full: boolean;
  tries: number;
}

/** Decides when to ask the server: a gap is believed only after a grace, never two syncs at once, never two in quick succession. */
export class CatchUp {
  /** Syncs in a row that got no answer. */
  failures = 0;
  private readonly waiting = new Map<number, Waiting>();
  private wish: SyncWish | null = null;
  private running = false;
  private nextAllowed = 0;
  private timer: { at: number; cancel: () => void } | null = null;
  private stopped = false;

  constructor(
    private readonly host: CatchUpHost,
    private readonly ports: { clock: Clock; timers: Timers; random: Random },
  ) {}

  /** Looks for gaps after something was heard. `texts`: more texts are coming in, so missing ones get more time. */
  look(texts = false): void {
    const now = this.ports.clock.now();
    const gaps = new Map(this.host.gaps().map((gap) => [gap.slot, gap]));
    for (const slot of [...this.waiting.keys()]) if (!gaps.has(slot)) this.waiting.delete(slot);
    for (const gap of gaps.values()) {
      const known = this.waiting.get(gap.slot);
      if (!known) this.waiting.set(gap.slot, { since: now, full: gap.full, tries: 0 });
      else {
        known.full = gap.full;
        if (texts && gap.full) known.since = now;
      }
    }
    this.arm();
  }

  /** Asks as soon as the distance to the last sync allows. */
  ask(wish: Partial<SyncWish> = {}): void {
    const before = this.wish ?? { full: new Set<number>(), recount: false, beat: false };
    this.wish = {
      full: new Set([...before.full, ...(wish.full ?? [])]),
      recount: before.recount || (wish.recount ?? false),
      beat: before.beat || (wish.beat ?? false),
    };
    this.arm();
  }

  /** The network came back: no wait from its absence counts any more. */
  hurry(): void {
    if (this.failures > 0) this.nextAllowed = 0;
    this.arm();
  }

  /** Whether somebody waiting in front of the page would notice. */
  get late(): boolean {
    const now = this.ports.clock.now();
    return [...this.waiting.values()].some((gap) => now - gap.since > VISIBLE_MS || gap.tries > 0);
  }

  stop(): void {
    this.stopped = true;
    this.timer?.cancel();
  }

  private grace(gap: Waiting): number {
    const grace = graceMs(this.host.participants()) * 2 ** gap.tries;
    return gap.full ? 2 * grace : grace;
  }

  private arm(): void {
    if (this.stopped || this.running) return;
    let at = this.wish ? 0 : Infinity;
    for (const gap of this.waiting.values()) at = Math.min(at, gap.since + this.grace(gap));
    at = Math.max(at, this.nextAllowed);
    if (this.timer?.at === at) return;
    this.timer?.cancel();
    this.timer = null;
    if (at === Infinity) return;
    const cancel = this.ports.timers.set(Math.max(0, at - this.ports.clock.now()), () => {
      this.timer = null;
      void this.fire();
    });
    this.timer = { at, cancel };
  }

  private async fire(): Promise<void> {
    if (this.running || this.stopped) return;
    const asked = [...this.waiting];
    const wish = this.wish ?? { full: new Set<number>(), recount: false, beat: false };
    this.wish = null;
    for (const [slot, gap] of asked) if (gap.full) wish.full.add(slot);
    this.running = true;
    const answered = await this.host.sync(wish);
    this.running = false;
    if (this.stopped) return;
    const now = this.ports.clock.now();
    if (answered) {
      this.failures = 0;
      this.nextAllowed = now + syncDistanceMs(this.host.participants());
      this.look();
      for (const [slot, gap] of asked) if (this.waiting.get(slot) === gap) this.tried(slot, gap, now);
    } else {
      this.failures += 1;
      this.nextAllowed = now + growing(this.ports.random, Math.min(this.failures - 1, 8), 800, LONGEST_WAIT_MS);
      this.ask(wish);
    }
    this.host.changed();
    this.arm();
  }

  private tried(slot: number, gap: Waiting, now: number): void {
    gap.tries += 1;
    gap.since = now;
    if (gap.tries < TRIES) return;
    this.waiting.delete(slot);
    this.host.forgive(slot);
  }
}
