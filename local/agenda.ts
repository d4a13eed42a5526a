import type { MovableClock } from './clock';

/** Something that falls due at a site time: a scheduled function, a delayed event. */
export interface DueSource {
  /** Site milliseconds of its next item, undefined when nothing waits. */
  next(): number | undefined;
  /** Runs that item; must make `next()` later or undefined. Never rejects. */
  run(at: number): Promise<void>;
}

export interface Agenda {
  /** Moves the clock by `ms`, running all that falls due on the way in the order of its due time. */
  advance(ms: number): Promise<number>;
  /** Runs what is due now and waits for it. */
  settle(): Promise<void>;
  /** Says that something new may be due. */
  poke(): void;
  /** No further runs; waits for the one under way. */
  stop(): Promise<void>;
}

const LONGEST_TIMER_MS = 60 * 60 * 1000;

/** One queue of everything that falls due; runs never overlap. */
export function createAgenda(clock: MovableClock, sources: DueSource[]): Agenda {
  let tail: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function earliest(): { at: number; source: DueSource } | undefined {
    let found: { at: number; source: DueSource } | undefined;
    for (const source of sources) {
      const at = source.next();
      if (at !== undefined && (found === undefined || at < found.at)) found = { at, source };
    }
    return found;
  }

  async function runUntil(target: () => number): Promise<void> {
    for (let due = earliest(); due && due.at <= target() && !stopped; due = earliest()) {
      clock.moveTo(due.at);
      await due.source.run(due.at);
    }
  }

  function serially<T>(work: () => Promise<T>): Promise<T> {
    const result = tail.then(work);
    tail = result.catch(() => undefined).then(arm);
    return result;
  }

  function arm(): void {
    clearTimeout(timer);
    if (stopped) return;
    const due = earliest();
    if (!due) return;
    const wait = Math.min(Math.max(due.at - clock.now(), 0), LONGEST_TIMER_MS);
    timer = setTimeout(() => void serially(() => runUntil(clock.now)), wait);
    timer.unref();
  }

  arm();
  return {
    advance: (ms) =>
      serially(async () => {
        const target = clock.now() + ms;
        await runUntil(() => target);
        clock.moveTo(target);
        return clock.now();
      }),
    settle: () => serially(() => runUntil(clock.now)),
    poke: () => queueMicrotask(arm),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await tail;
    },
  };
}
