import type { IssueStatus } from '../../bridge/jira';

type Ask = (keys: readonly string[]) => Promise<ReadonlyMap<string, IssueStatus>>;

/** A status this old is asked for again when somebody looks at it. */
const FRESH_MS = 60_000;

export interface StatusStore {
  get(key: string): IssueStatus | null;
  subscribe(listener: () => void): () => void;
}

/** Statuses of the issues on the page: all that are drawn in one moment travel in one request; renewed when somebody comes back. */
export function createStatusStore(ask: Ask): StatusStore {
  const known = new Map<string, IssueStatus | null>();
  const listeners = new Set<() => void>();
  const wanted = new Set<string>();
  let askedAt = 0;

  const same = (a: IssueStatus | null, b: IssueStatus | null): boolean =>
    a?.status === b?.status && a?.category === b?.category;

  async function load(): Promise<void> {
    const keys = [...wanted];
    wanted.clear();
    askedAt = performance.now();
    try {
      const found = await ask(keys);
      for (const key of keys) {
        const next = found.get(key) ?? null;
        if (!same(known.get(key) ?? null, next)) known.set(key, next);
      }
      listeners.forEach((listener) => listener());
    } catch {
      // Jira did not answer: the chips keep what they showed, and the key always works.
    }
  }
  function want(key: string): void {
    if (wanted.size === 0) queueMicrotask(() => void load());
    wanted.add(key);
  }
  const renew = (): void => {
    if (document.visibilityState !== 'visible' || performance.now() - askedAt < FRESH_MS) return;
    [...known.keys()].forEach(want);
  };

  return {
    get(key) {
      if (!known.has(key)) {
        known.set(key, null);
        want(key);
      }
      return known.get(key) ?? null;
    },
    subscribe(listener) {
      if (listeners.size === 0) document.addEventListener('visibilitychange', renew);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) document.removeEventListener('visibilitychange', renew);
      };
    },
  };
}
