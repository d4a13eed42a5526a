/** https://developer.atlassian.com/platform/forge/events-reference/product_events/ (2026) */
export const EVENT_LIMITS = {
  /** "It can take up to 3 minutes for an app to be invoked by a product event." Under variant U10. */
  MAX_DELAY_MS: 3 * 60_000,
  MAX_EXPRESSION_CHARACTERS: 10_000,
  MAX_INCLUDED_PROPERTY_PATHS: 5,
} as const;
