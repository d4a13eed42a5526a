/**
 * https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ (12 Nov 2025)
 * Jira's own prices and bursts: local/jira (https://developer.atlassian.com/cloud/jira/platform/rate-limiting/).
 */
export const REQUEST_LIMITS = {
  MAX_REPORTED_ACCOUNTS: 90,
} as const;
