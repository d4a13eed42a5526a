/** Time that moves only when told, for people and site together: an hour's retro in seconds, every idle timer firing as it would. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Timers } from '../../static/retro/src/session/ports';
import type { BenchSite } from './site';

interface Alarm {
  at: number;
  order: number;
  ring: () => void;
}

export class MovedTime implements Clock, Timers {
  private alarms: Alarm[] = [];
  private order = 0;
  private inFlight = 0;
  private moved = 0;

  constructor(
    private readonly site: BenchSite,
    private readonly start: number,
  ) {}

  /** Epoch milliseconds of site time. */
  now(): number {
    return this.start + this.moved;
  }

  set(ms: number, callback: () => void): () => void {
    this.order += 1;
    const alarm: Alarm = { at: this.now() + Math.max(0, ms), order: this.order, ring: callback };
    this.alarms.push(alarm);
    return () => {
      this.alarms = this.alarms.filter((one) => one !== alarm);
    };
  }

  readonly busy = (change: 1 | -1): void => {
    this.inFlight += change;
  };

  /** Lets a stretch of time pass: every alarm in it rings at its moment, and everything it sets off is waited for. */
  async pass(ms: number): Promise<void> {
    const end = this.now() + ms;
    await this.quiet();
    for (;;) {
      const next = this.alarms.filter((alarm) => alarm.at <= end).sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (!next) break;
      await this.moveTo(next.at);
      this.alarms = this.alarms.filter((alarm) => alarm !== next);
      next.ring();
      await this.quiet();
    }
    await this.moveTo(end);
  }

  private async moveTo(at: number): Promise<void> {
    const ms = at - this.now();
    if (ms <= 0) return;
    // The site's clock also runs by itself; here only what it is moved by counts.
    await this.site.post('/clock', { advance: `PT${(ms / 1000).toFixed(3)}S` });
    this.moved += ms;
  }

  /** Until no call is under way and what was broadcast has arrived. */
  private async quiet(): Promise<void> {
    let calm = 0;
    while (calm < 2) {
      await wait(2);
      calm = this.inFlight === 0 ? calm + 1 : 0;
    }
  }
}
