/** The value below which `share` percent of the numbers lie, rounded to whole; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil((share / 100) * sorted.length) - 1);
  return Math.round(sorted[Math.max(0, at)] ?? 0);
}
