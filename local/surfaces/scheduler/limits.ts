/** https://developer.atlassian.com/platform/forge/limits-scheduled-trigger/ (1 Dec 2025) */
export const SCHEDULER_LIMITS = {
  MAX_SCHEDULED_TRIGGERS: 5,
  INTERVAL_MS: { fiveMinute: 5 * 60_000, hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000 },
  /** Under variant U11: an installation's place within the hour. */
  VARIANT_OFFSET_MS: 37 * 60_000,
} as const;
