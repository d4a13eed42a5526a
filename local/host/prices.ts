/**
 * Forge's price list, US dollars, overage beyond the free allowance of an app and month.
 * https://developer.atlassian.com/platform/forge/forge-platform-pricing/ (12 Aug 2026)
 */
export const PRICES = {
  USD_PER_GB_SECOND: 0.000025,
  USD_PER_KVS_READ_GB: 0.055,
  USD_PER_KVS_WRITE_GB: 1.09,
  USD_PER_LOG_GB: 1.005,
  /** Realtime has no row in the price list. */
  USD_PER_REALTIME_OPERATION: 0,
  BYTES_PER_GB: 1_000_000_000,
  /** What a warm call is assumed to take on Forge; a longer measured one counts as measured. */
  ASSUMED_CALL_SECONDS: 0.25,
  EMPTY_READ_BYTES: 1_000,
} as const;

/** Dollars for a number of bytes at a price per GB. */
export function priceOfBytes(bytes: number, usdPerGb: number): number {
  return (bytes / PRICES.BYTES_PER_GB) * usdPerGb;
}
