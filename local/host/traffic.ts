import type { SiteClock } from '../types';

export type TrafficKind = 'file' | 'answer' | 'event' | 'product';

/** One thing a viewer's page received, whole. */
export interface TrafficEntry {
  at: number;
  kind: TrafficKind;
  label: string;
  body: string;
}

export interface Traffic {
  record(accountId: string, kind: TrafficKind, label: string, body: string): void;
  of(accountId: string): { bytes: number; complete: boolean; entries: TrafficEntry[] };
  clear(): void;
}

interface Received {
  bytes: number;
  complete: boolean;
  entries: TrafficEntry[];
}

/** So that a site left running does not fill the memory; `complete` says when something was dropped. */
const KEPT_BYTES_PER_VIEWER = 64 * 1024 * 1024;

/** Everything each viewer's pages were ever told: what tests search for secrets. */
export function createTraffic(clock: SiteClock): Traffic {
  const viewers = new Map<string, Received>();
  return {
    record(accountId, kind, label, body) {
      const received = viewers.get(accountId) ?? { bytes: 0, complete: true, entries: [] };
      viewers.set(accountId, received);
      received.entries.push({ at: clock.now(), kind, label, body });
      received.bytes += body.length;
      while (received.bytes > KEPT_BYTES_PER_VIEWER) {
        received.bytes -= received.entries.shift()?.body.length ?? 0;
        received.complete = false;
      }
    },
    of: (accountId) => viewers.get(accountId) ?? { bytes: 0, complete: true, entries: [] },
    clear: () => viewers.clear(),
  };
}
