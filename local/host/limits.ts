/** https://developer.atlassian.com/platform/forge/limits-invocation/ (1 Sep 2026) */
export const INVOCATION_LIMITS = {
  MAX_REQUEST_BYTES: 500 * 1024,
  MAX_RESPONSE_BYTES: 5 * 1024 * 1024,
  PER_USER_AND_MINUTE: 1_200,
  PER_INSTALLATION_AND_MINUTE: 7_000,
  PER_INSTALLATION_AND_SECOND: 300,
  MAX_LOG_LINES_PER_MINUTE: 100,
  MAX_LOG_BYTES: 200 * 1024,
} as const;
