/** Seeded randomness of the adversary, so that a failing run can be repeated. */
export interface Random {
  /** 0 <= x < 1 */
  next(): number;
  /** True with probability `p` (0 never draws, so that switched-off faults do not disturb the sequence). */
  chance(p: number | undefined): boolean;
  /** Uniform in mean +- spread, never negative. */
  around(mean: number, spread: number): number;
}

/** mulberry32 (public domain): small, fast, good enough to choose faults. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    chance: (p) => p !== undefined && p > 0 && next() < p,
    around: (mean, spread) => (mean + spread === 0 ? 0 : Math.max(0, mean + (next() * 2 - 1) * spread)),
  };
}
