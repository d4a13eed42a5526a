import type { Random, Timers } from './ports';

/** A wait that doubles with every attempt (0, 1, 2 ...), spread by chance over half to one and a half. Milliseconds. */
export const growing = (random: Random, attempt: number, firstMs: number, maxMs: number): number =>
  Math.min(maxMs, firstMs * 2 ** attempt) * (0.5 + random.next());

/** Before a gap is believed: messages overtake each other. */
export const graceMs = (participants: number): number => 300 + 10 * participants;

/** Between two syncs of one client. */
export const syncDistanceMs = (participants: number): number => 500 + 30 * participants;

/** So that not everybody reads the board at once after the same outage. */
export const spreadMs = (random: Random, participants: number): number => random.next() * 30 * participants;

/** Longer than any function may run: what has not answered by then will not. */
const ANSWER_MS = 40_000;

/** The answer, or a rejection after 40 seconds of silence. */
export function answering<T>(timers: Timers, call: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = timers.set(ANSWER_MS, () => reject(new Error('no answer')));
    call().then(
      (answer) => {
        cancel();
        resolve(answer);
      },
      (error: unknown) => {
        cancel();
        reject(error instanceof Error ? error : new Error('no answer'));
      },
    );
  });
}

/** Waits that end with whoever set them. */
export class Waits {
  private readonly cancels = new Set<() => void>();

  constructor(private readonly timers: Timers) {}

  set(ms: number, callback: () => void): void {
    const cancel = this.timers.set(ms, () => {
      this.cancels.delete(cancel);
      callback();
    });
    this.cancels.add(cancel);
  }

  stop(): void {
    for (const cancel of this.cancels) cancel();
  }
}
