/**
 * https://developer.atlassian.com/platform/forge/limits-realtime/ (25 Jun 2026)
 * Token lifetime, replay window and payload size are not documented: the values here are the local site's (docs/parity.md).
 */
export const REALTIME_LIMITS = {
  /** Publish, subscribe and sign together, per installation. */
  OPERATIONS_PER_SECOND: 50,
  TOKEN_LIFETIME_MS: 60 * 60 * 1000,
  /** Under variant U6. */
  SHORT_TOKEN_LIFETIME_MS: 60 * 1000,
  MAX_REPLAY_SECONDS: 300,
  MAX_PAYLOAD_BYTES: 256 * 1024,
} as const;
