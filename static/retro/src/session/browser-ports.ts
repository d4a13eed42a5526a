import type { DraftStore, Random, SessionPorts, Signals, Timers } from './ports';

/** Coming back sooner than this is no coming back: focus wanders between the page and its frame. */
const ABSENCE_MS = 10_000;

const timers: Timers = {
  set(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

const random: Random = {
  next: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
  id(length) {
    let id = '';
    while (id.length < length)
      for (const byte of crypto.getRandomValues(new Uint8Array(length)))
        if (byte < 252 && id.length < length) id += ALPHABET[byte % 36];
    return id;
  },
};

/** Texts kept in memory: where the browser forbids storage to frames of other origins. */
export function memoryStore(): DraftStore {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}

function localStore(): DraftStore {
  try {
    const storage = window.localStorage;
    storage.getItem('');
    return {
      get: (key) => storage.getItem(key),
      set: (key, value) => storage.setItem(key, value),
      remove: (key) => storage.removeItem(key),
      keys: () => Object.keys(storage),
    };
  } catch {
    return memoryStore();
  }
}

const signals: Signals = {
  listen(on) {
    let leftAt: number | null = null;
    const left = () => (leftAt ??= Date.now());
    const back = () => {
      if (document.visibilityState !== 'visible') return;
      if (leftAt !== null && Date.now() - leftAt > ABSENCE_MS) on('wake');
      leftAt = null;
    };
    const seen = () => (document.visibilityState === 'visible' ? back() : left());
    const online = () => on('online');
    const away = () => on('away');
    document.addEventListener('visibilitychange', seen);
    const onWindow: [string, () => void][] = [
      ['blur', left],
      ['focus', back],
      ['pageshow', back],
      ['online', online],
      ['offline', away],
    ];
    for (const [name, listener] of onWindow) window.addEventListener(name, listener);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      for (const [name, listener] of onWindow) window.removeEventListener(name, listener);
    };
  },
};

/** What a browser gives a session, besides the way to the app. */
export const browserPorts = (): Omit<SessionPorts, 'api' | 'live'> => ({
  clock: { now: () => Date.now() },
  timers,
  random,
  store: localStore(),
  signals,
});
