/** Flags: short messages over the page, kept outside React so that anything may raise one. */
export interface Flag {
  id: string;
  tone: 'information' | 'success' | 'warning' | 'danger';
  title: string;
  body?: string;
  actions?: { label: string; onSelect: () => void }[];
}

interface Options extends Omit<Flag, 'id' | 'tone'> {
  tone?: Flag['tone'];
  /** A flag with the same id takes the other's place. */
  id?: string;
  /** Goes by itself after this long; 0 stays. Default: 8 s, a warning or an error stays. Milliseconds. */
  forMs?: number;
}

const DEFAULT_MS = 8000;
const MAX = 3;

let shown: readonly Flag[] = [];
let count = 0;
const listeners = new Set<() => void>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

function set(next: readonly Flag[]): void {
  shown = next;
  listeners.forEach((listener) => listener());
}

/** Takes a flag away. */
export function dismissFlag(id: string): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  if (shown.some((flag) => flag.id === id)) set(shown.filter((flag) => flag.id !== id));
}

/** Raises a flag and answers its id; the newest three are shown. */
export function showFlag({ tone = 'success', id, forMs, ...rest }: Options): string {
  count += 1;
  const flag: Flag = { id: id ?? `flag-${count}`, tone, ...rest };
  clearTimeout(timers.get(flag.id));
  set([flag, ...shown.filter((other) => other.id !== flag.id)].slice(0, MAX));
  const stays = tone === 'danger' || tone === 'warning';
  const ms = forMs ?? (stays ? 0 : DEFAULT_MS);
  if (ms > 0)
    timers.set(
      flag.id,
      setTimeout(() => dismissFlag(flag.id), ms),
    );
  return flag.id;
}

/** A reader holds a flag (pointer or focus on it): it does not go by itself any more. */
export function holdFlag(id: string): void {
  clearTimeout(timers.get(id));
}

/** For `useSyncExternalStore`. */
export const flagStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  snapshot: (): readonly Flag[] => shown,
};
