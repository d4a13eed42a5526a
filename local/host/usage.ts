import type { SiteClock, Usage } from '../types';
import { priceOfBytes, PRICES } from './prices';

export type Counted = 'invocations' | 'kvsRequests' | 'kvsReadUnits' | 'kvsWriteUnits' | 'realtimeOps' | 'jiraPoints';
export type Bytes = 'kvsReadBytes' | 'kvsWriteBytes' | 'logBytes';

export interface UsageMeter {
  count(what: Counted, amount?: number): void;
  bytes(what: Bytes, amount: number): void;
  /** One finished invocation: real milliseconds, memory of its function. */
  invocation(functionKey: string, milliseconds: number, memoryMb: number, failed: boolean): void;
  refused(what: string): void;
  report(): Usage;
  reset(): void;
}

interface Peak {
  window: number;
  current: number;
  highest: number;
}

function raise(peaks: Map<string, Peak>, what: string, window: number, amount: number): void {
  const peak = peaks.get(what) ?? { window, current: 0, highest: 0 };
  if (peak.window !== window) Object.assign(peak, { window, current: 0 });
  peak.current += amount;
  peak.highest = Math.max(peak.highest, peak.current);
  peaks.set(what, peak);
}

const highest = (peaks: Map<string, Peak>): Record<string, number> =>
  Object.fromEntries([...peaks].map(([what, peak]) => [what, peak.highest]));

function emptyTotals() {
  return {
    counts: {
      invocations: 0,
      kvsRequests: 0,
      kvsReadUnits: 0,
      kvsWriteUnits: 0,
      realtimeOps: 0,
      jiraPoints: 0,
    } satisfies Record<Counted, number>,
    bytes: { kvsReadBytes: 0, kvsWriteBytes: 0, logBytes: 0 } satisfies Record<Bytes, number>,
    byFunction: {} as Usage['byFunction'],
    refused: {} as Record<string, number>,
    gbSeconds: 0,
    gbSecondsMeasured: 0,
    perSecond: new Map<string, Peak>(),
    perMinute: new Map<string, Peak>(),
  };
}

function costOf(gbSeconds: number, bytes: Record<Bytes, number>, realtimeOps: number): Usage['usd'] {
  const parts = {
    compute: gbSeconds * PRICES.USD_PER_GB_SECOND,
    kvsReads: priceOfBytes(bytes.kvsReadBytes, PRICES.USD_PER_KVS_READ_GB),
    kvsWrites: priceOfBytes(bytes.kvsWriteBytes, PRICES.USD_PER_KVS_WRITE_GB),
    realtime: realtimeOps * PRICES.USD_PER_REALTIME_OPERATION,
    logs: priceOfBytes(bytes.logBytes, PRICES.USD_PER_LOG_GB),
  };
  return { total: Object.values(parts).reduce((sum, part) => sum + part, 0), ...parts };
}

/** Counts everything Forge bills or limits, with the peaks per second and minute of site time. */
export function createUsageMeter(clock: SiteClock): UsageMeter {
  let totals = emptyTotals();
  return {
    count(what, amount = 1) {
      totals.counts[what] += amount;
      const now = clock.now();
      raise(totals.perSecond, what, Math.floor(now / 1000), amount);
      raise(totals.perMinute, what, Math.floor(now / 60_000), amount);
    },
    bytes(what, amount) {
      totals.bytes[what] += amount;
    },
    invocation(functionKey, milliseconds, memoryMb, failed) {
      const row = (totals.byFunction[functionKey] ??= { invocations: 0, milliseconds: 0, errors: 0 });
      row.invocations += 1;
      row.milliseconds += milliseconds;
      row.errors += failed ? 1 : 0;
      const gigabytes = memoryMb / 1024;
      totals.gbSeconds += gigabytes * Math.max(milliseconds / 1000, PRICES.ASSUMED_CALL_SECONDS);
      totals.gbSecondsMeasured += (gigabytes * milliseconds) / 1000;
    },
    refused(what) {
      totals.refused[what] = (totals.refused[what] ?? 0) + 1;
    },
    report: () => ({
      ...totals.counts,
      ...totals.bytes,
      byFunction: structuredClone(totals.byFunction),
      refused: { ...totals.refused },
      gbSeconds: totals.gbSeconds,
      gbSecondsMeasured: totals.gbSecondsMeasured,
      usd: costOf(totals.gbSeconds, totals.bytes, totals.counts.realtimeOps),
      perSecond: highest(totals.perSecond),
      perMinute: highest(totals.perMinute),
    }),
    reset() {
      totals = emptyTotals();
    },
  };
}
