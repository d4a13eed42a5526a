import { spread } from '#domain/ids';
import type { Clock, Random, Timers } from './ports';

/** After so long without any event somebody asks for a sign of life: one for the whole retro. */
const QUIET_MS = 3 * 60 * 1000;
/** The next one's turn comes this much later. */
const TURN_MS = 1500;
const LAST_TURN_MS = 60_000;
/** A beat that was asked for is heard by then, or this tab hears nothing any more. */
const ECHO_MS = 5000;

/** Subscribing is dear: one of so many polls tries it. */
const POLLS_PER_SUBSCRIPTION = 6;

export interface BeatHost {
  accountId(): string;
  retroId: string;
  /** Accounts of those who take part. */
  participants(): string[];
  /** Whether the retro goes on: a closed one needs no beat. */
  goesOn(): boolean;
  beat(): void;
  /** `anew`: the subscription is worth another try, too. */
  poll(anew: boolean): void;
  changed(): void;
}

/**
 * Keeps an idle retro honest at the price of one call in three minutes for everybody together. A tab that does not hear
 * its own beat polls until events flow again.
 */
export class Beat {
  /** This tab hears no events: it polls. */
  deaf = false;
  private polls = 0;
  private lastHeard: number;
  private cancel: (() => void) | null = null;

  constructor(
    private readonly host: BeatHost,
    private readonly ports: { clock: Clock; timers: Timers; random: Random },
  ) {
    this.lastHeard = ports.clock.now();
  }

  /** An event came. */
  heard(): void {
    this.lastHeard = this.ports.clock.now();
    if (!this.deaf && this.cancel) return;
    const wasDeaf = this.deaf;
    this.deaf = false;
    this.arm(QUIET_MS + this.turn());
    if (wasDeaf) this.host.changed();
  }

  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }

  /** Time after the quiet until it is this tab's turn: the same order for everybody, two tabs of one person a moment apart. */
  private turn(): number {
    const rank = (accountId: string): number => spread(`${this.host.retroId}/${accountId}`);
    const mine = rank(this.host.accountId());
    const before = this.host.participants().filter((accountId) => rank(accountId) < mine).length;
    return Math.min(LAST_TURN_MS, before * TURN_MS) + this.ports.random.next() * 0.5 * TURN_MS;
  }

  private arm(ms: number): void {
    this.cancel?.();
    this.cancel = this.ports.timers.set(ms, () => {
      this.cancel = null;
      this.tick();
    });
  }

  private tick(): void {
    const quiet = this.ports.clock.now() - this.lastHeard;
    const goesOn = this.host.goesOn();
    if (this.deaf && goesOn) {
      this.polls += 1;
      this.host.poll(this.polls % POLLS_PER_SUBSCRIPTION === 1);
      this.arm(this.pollMs());
      return;
    }
    if (this.deaf) {
      this.deaf = false;
      this.host.changed();
    }
    if (!goesOn || quiet < QUIET_MS) {
      this.arm(Math.max(TURN_MS, QUIET_MS - quiet) + this.turn());
    } else {
      this.host.beat();
      this.listenForEcho();
    }
  }

  private listenForEcho(): void {
    const asked = this.ports.clock.now();
    this.cancel = this.ports.timers.set(ECHO_MS, () => {
      this.cancel = null;
      if (this.lastHeard >= asked) return this.arm(QUIET_MS + this.turn());
      this.deaf = true;
      this.polls = 0;
      this.host.changed();
      this.tick();
    });
  }

  /** Every 5 seconds; slower where so many polling would exhaust the site. */
  private pollMs(): number {
    return Math.max(5000, 50 * this.host.participants().length);
  }
}
