import type { Clock } from './ports';

/** Samples kept: the one with the shortest way tells best. */
const SAMPLES = 8;
/** A sample this far off, beyond what its way explains, means that a clock was set. Milliseconds. */
const JUMP_MS = 2000;

/** The server's time by this machine's clock, however wrong that is. */
export class ServerClock {
  private samples: { offset: number; way: number }[] = [];

  constructor(private readonly clock: Clock) {}

  /** Learns from an answer that carries the server's time: when asked, when answered (this machine's), and that time. */
  learn(askedAt: number, answeredAt: number, serverTime: number): void {
    const way = Math.max(0, answeredAt - askedAt);
    const offset = serverTime - (askedAt + answeredAt) / 2;
    const best = this.best();
    if (best && Math.abs(offset - best.offset) > JUMP_MS + way / 2 + best.way / 2) this.samples = [];
    this.samples = [...this.samples, { offset, way }].slice(-SAMPLES);
  }

  /** Epoch milliseconds of the server, as well as we know. */
  now(): number {
    return Math.round(this.clock.now() + (this.best()?.offset ?? 0));
  }

  private best(): { offset: number; way: number } | undefined {
    return this.samples.reduce<{ offset: number; way: number } | undefined>(
      (best, sample) => (!best || sample.way < best.way ? sample : best),
      undefined,
    );
  }
}
