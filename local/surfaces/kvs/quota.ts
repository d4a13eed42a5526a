import type { Adversary } from '../../host/adversary';
import { createRateWindow } from '../../host/rate-window';
import type { UsageMeter } from '../../host/usage';
import type { Variants } from '../../host/variants';
import type { SiteClock } from '../../types';
import { rateLimited } from './kvs-error';
import { KVS_LIMITS } from './limits';

/** Rates and bills of the store; each method counts, and throws the platform's 429 when it is too much. */
export interface Quota {
  request(): void;
  /** One request that read these items: sizes by key. */
  read(sizes: ItemSize[]): void;
  /** One request that writes these items; `operations` also counts deletions and checks. */
  write(sizes: ItemSize[]): void;
  batch(): void;
}

export interface ItemSize {
  /** Namespace and key. */
  id: string;
  bytes: number;
}

/** 10 KB units of one request. */
const unitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / KVS_LIMITS.UNIT_BYTES));

interface QuotaDeps {
  clock: SiteClock;
  meter: UsageMeter;
  adversary: Adversary;
  variants: Variants;
}

/** Bytes per key and second; forgotten with each new second. */
function createKeyRates(limit: number): (now: number, size: ItemSize) => boolean {
  let second = -1;
  let used = new Map<string, number>();
  return (now, { id, bytes }) => {
    const current = Math.floor(now / 1000);
    if (current !== second) {
      second = current;
      used = new Map();
    }
    const sum = (used.get(id) ?? 0) + bytes;
    used.set(id, sum);
    return sum <= limit;
  };
}

/** Limits of limits.ts over fixed windows of site time. */
export function createQuota({ clock, meter, adversary, variants }: QuotaDeps): Quota {
  const requests = createRateWindow(KVS_LIMITS.REQUESTS_PER_SECOND, 1_000);
  const readUnits = createRateWindow(KVS_LIMITS.READ_UNITS_PER_MINUTE, 60_000);
  const writeUnits = createRateWindow(KVS_LIMITS.WRITE_UNITS_PER_MINUTE, 60_000);
  const keyReads = createKeyRates(KVS_LIMITS.READ_BYTES_PER_KEY_AND_SECOND);
  const keyWrites = createKeyRates(KVS_LIMITS.WRITE_BYTES_PER_KEY_AND_SECOND);
  let batchMinute = -1;
  let batches = 0;

  function demand(what: string, granted: boolean): void {
    if (granted || !adversary.limited()) return;
    meter.refused(what);
    throw rateLimited();
  }

  const total = (sizes: ItemSize[]): number => sizes.reduce((sum, size) => sum + size.bytes, 0);

  return {
    request() {
      meter.count('kvsRequests');
      if (adversary.throttles('kvs')) {
        meter.refused('kvsThrottled');
        throw rateLimited();
      }
      demand('kvsRequests', requests.take(clock.now()));
    },
    read(sizes) {
      const now = clock.now();
      const units = unitsOf(total(sizes));
      demand('kvsReadUnits', readUnits.take(now, units));
      for (const size of sizes) demand('kvsReadBytesPerKey', keyReads(now, size));
      meter.count('kvsReadUnits', units);
      meter.bytes('kvsReadBytes', total(sizes));
    },
    write(sizes) {
      const now = clock.now();
      const units = unitsOf(total(sizes));
      demand('kvsWriteUnits', writeUnits.take(now, units));
      for (const size of sizes) demand('kvsWriteBytesPerKey', keyWrites(now, size));
      meter.count('kvsWriteUnits', units);
      meter.bytes('kvsWriteBytes', total(sizes));
    },
    batch() {
      const limit =
        adversary.options().batchLimit ??
        (variants.has('batch-limit') ? KVS_LIMITS.VARIANT_BATCH_OPERATIONS_PER_MINUTE : Infinity);
      const minute = Math.floor(clock.now() / 60_000);
      if (minute !== batchMinute) {
        batchMinute = minute;
        batches = 0;
      }
      batches += 1;
      if (batches <= limit) return;
      meter.refused('kvsBatches');
      throw rateLimited();
    },
  };
}
