/**
 * https://developer.atlassian.com/platform/forge/limits-async-events/ (26 Feb 2026)
 * https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ (1 Sep 2026)
 */
export const QUEUE_LIMITS = {
  MAX_EVENTS_PER_PUSH: 50,
  MAX_EVENTS_PER_MINUTE: 500,
  MAX_PUSH_BYTES: 200 * 1024,
  MAX_DELAY_SECONDS: 900,
  MAX_RETRY_AFTER_SECONDS: 900,
  RETRY_WINDOW_MS: 24 * 60 * 60 * 1000,
  FIRST_BACKOFF_MS: 1_000,
  MAX_BACKOFF_MS: 15 * 60 * 1000,
} as const;
