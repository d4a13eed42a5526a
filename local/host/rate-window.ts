/** Counts in fixed windows of site time, as Forge does (DAC/limits-invocation: "fixed 1-min window"). */
export interface RateWindow {
  /** Counts `amount` when it fits below the limit; false when it does not. */
  take(now: number, amount?: number): boolean;
  /** Still free in the present window. */
  remaining(now: number): number;
}

/** A limit of `limit` per `windowMs`. */
export function createRateWindow(limit: number, windowMs: number): RateWindow {
  let window = -1;
  let used = 0;
  const roll = (now: number): void => {
    const current = Math.floor(now / windowMs);
    if (current === window) return;
    window = current;
    used = 0;
  };
  return {
    take(now, amount = 1) {
      roll(now);
      if (used + amount > limit) return false;
      used += amount;
      return true;
    },
    remaining(now) {
      roll(now);
      return Math.max(0, limit - used);
    },
  };
}
