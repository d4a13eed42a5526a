/** What is put into every frame before its scripts run: marks of its own, so that nothing is measured through the harness. */

export interface Probe {
  /** Epoch milliseconds: a card can be added. */
  ready: number | null;
  longestTaskMs: number;
  /** Slowest key event since it was last forgotten, its drawing included; in steps of 8 ms, from 16 ms. */
  worstKeyMs: number;
  /** Frames drawn. */
  frames: number;
  /** Epoch milliseconds at which broadcasts reached the page. */
  heard: number[];
  /** By text: epoch milliseconds at which a card that was waited for was drawn. */
  drawn: Record<string, number>;
  waitFor(text: string): void;
}

declare global {
  interface Window {
    __probe: Probe;
  }
}

/** Runs in the page: it may use nothing from outside itself. */
export function installProbe(): void {
  const now = (): number => performance.timeOrigin + performance.now();
  const probe: Probe = {
    ready: null,
    longestTaskMs: 0,
    worstKeyMs: 0,
    frames: 0,
    heard: [],
    drawn: {},
    waitFor(text) {
      const seen = new MutationObserver(() => {
        if (!document.querySelector(`article[aria-label*="${text}"]`)) return;
        seen.disconnect();
        // Two frames: the first one draws it.
        requestAnimationFrame(() => setTimeout(() => (probe.drawn[text] = now())));
      });
      seen.observe(document, { childList: true, subtree: true, attributes: true });
    },
  };
  window.__probe = probe;
  const composer = new MutationObserver(() => {
    const input = document.querySelector('textarea[aria-label^="Add a card"]');
    if (!input?.matches(':enabled')) return;
    composer.disconnect();
    requestAnimationFrame(() => setTimeout(() => (probe.ready = now())));
  });
  composer.observe(document, { childList: true, subtree: true });
  const longest = (list: PerformanceObserverEntryList): void => {
    for (const entry of list.getEntries()) probe.longestTaskMs = Math.max(probe.longestTaskMs, entry.duration);
  };
  new PerformanceObserver(longest).observe({ type: 'longtask', buffered: true });
  const keys = (list: PerformanceObserverEntryList): void => {
    for (const entry of list.getEntries())
      if (/^(key|input|beforeinput)/.test(entry.name)) probe.worstKeyMs = Math.max(probe.worstKeyMs, entry.duration);
  };
  new PerformanceObserver(keys).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  const count = (): void => {
    probe.frames += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  const Source = window.EventSource;
  window.EventSource = class extends Source {
    constructor(url: string | URL, init?: EventSourceInit) {
      super(url, init);
      this.addEventListener('realtime', () => void probe.heard.push(now()));
    }
  };
}
