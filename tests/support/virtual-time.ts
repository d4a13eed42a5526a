/** Time that passes only when told to: timers in their order, and between two of them everything that is ready. */
interface Due {
  at: number;
  order: number;
  callback: () => void;
}

export class VirtualTime {
  private readonly heap: Due[] = [];
  private count = 0;

  constructor(public now: number) {}

  set(ms: number, callback: () => void): () => void {
    this.count += 1;
    const due: Due = { at: this.now + Math.max(0, Math.round(ms)), order: this.count, callback };
    this.push(due);
    return () => {
      due.callback = nothing;
    };
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => void this.set(ms, resolve));
  }

  /** Lets so much time pass. */
  async pass(ms: number): Promise<void> {
    const until = this.now + Math.round(ms);
    await settle();
    for (let due = this.heap[0]; due && due.at <= until; due = this.heap[0]) {
      this.pop();
      if (due.callback === nothing) continue;
      this.now = Math.max(this.now, due.at);
      due.callback();
      await settle();
    }
    this.now = until;
  }

  /** Lets time pass until something holds; throws after so many milliseconds of it. */
  async until(holds: () => boolean, limitMs = 60_000): Promise<void> {
    const start = this.now;
    await settle();
    while (!holds()) {
      if (this.now - start > limitMs) throw new Error(`not within ${limitMs} ms`);
      await this.pass(10);
    }
  }

  /** Lets time pass until a promise is settled, and answers it. */
  async over<T>(promise: Promise<T>, limitMs = 60_000): Promise<T> {
    let settled = false;
    const done = (): void => {
      settled = true;
    };
    promise.then(done, done);
    await this.until(() => settled, limitMs);
    return promise;
  }

  private push(due: Due): void {
    const { heap } = this;
    let i = heap.push(due) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (before(heap[parent] as Due, due)) break;
      heap[i] = heap[parent] as Due;
      i = parent;
    }
    heap[i] = due;
  }

  private pop(): void {
    const { heap } = this;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as Due, heap[child] as Due)) child += 1;
      if (before(last, heap[child] as Due)) break;
      heap[i] = heap[child] as Due;
      i = child;
    }
    heap[i] = last;
  }
}

const nothing = (): void => undefined;
const before = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Lets every promise that is ready go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
