/**
 * Limits of Forge's key-value and custom entity store.
 * https://developer.atlassian.com/platform/forge/limits-kvs-ce/ (28 Sep 2026)
 * https://developer.atlassian.com/platform/forge/storage-reference/kvs/ (21 Aug 2026)
 */
export const KVS_LIMITS = {
  MAX_KEY_CHARACTERS: 500,
  KEY_PATTERN: /^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/,
  MAX_VALUE_BYTES: 240 * 1024,
  MAX_VALUE_DEPTH: 31,
  MAX_TRANSACTION_OPERATIONS: 25,
  MAX_BATCH_KEYS: 25,
  MAX_REQUEST_BYTES: 4 * 1024 * 1024,
  MAX_PAGE_ITEMS: 100,
  DEFAULT_PAGE_ITEMS: 10,
  MAX_QUERY_CONDITIONS: 100,
  MAX_RANGE_BYTES: 900,
  MAX_PARTITION_BYTES: 1_700,
  MAX_TTL_SECONDS: 365 * 24 * 60 * 60,
  REQUESTS_PER_SECOND: 1_000,
  READ_UNITS_PER_MINUTE: 4_000,
  WRITE_UNITS_PER_MINUTE: 4_000,
  /** Each request rounds up to this size; a batch or transaction rounds once. */
  UNIT_BYTES: 10 * 1024,
  WRITE_BYTES_PER_KEY_AND_SECOND: 1_000_000,
  READ_BYTES_PER_KEY_AND_SECOND: 12_000_000,
  /** storage-api-custom-entities: integer is 32-bit and signed. */
  MIN_INTEGER: -2_147_483_648,
  MAX_INTEGER: 2_147_483_647,
  /** Only under variant U2: https://developer.atlassian.com/platform/forge/storage-reference/batchops/ (Feb 2026) */
  VARIANT_BATCH_OPERATIONS_PER_MINUTE: 45,
} as const;
