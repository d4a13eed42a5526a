/**
 * What Forge does not document, each with the answer the local site does not give by default.
 * The numbers are those of docs/parity.md.
 */
export const VARIANTS = {
  'condition-code':
    'U1: a failed transaction condition answers 409 TRANSACTION_CONFLICT instead of 400 CONDITIONAL_CHECK_FAILED',
  'batch-limit': 'U2: at most 45 batch operations a minute',
  'batch-stale': 'U3: batchGet is eventually consistent (up to 500 ms old)',
  'check-conflicts': 'U4: two transactions that only check one record conflict while they overlap',
  'event-string': 'U5: a realtime payload published by a function arrives as a JSON string',
  'early-token-expiry': 'U6: a realtime token lives one minute and its subscriptions end with it',
  'undefined-as-object': 'U7: a resolver result of undefined arrives as {}',
  'sparse-context':
    'U8: the context of a module carries only what its page promises (no board, no location, no project type)',
  'scheduled-return': 'U9: a scheduled function that does not return {statusCode} counts as failed (424)',
  'late-events': 'U10: product events come up to three minutes late and out of order',
  'scheduler-offset': 'U11: an installation ticks at minute 37 of the hour, not at the full hour',
  'conflict-code': 'U12: FAIL_IF_EXISTS on an existing key answers KEY_ALREADY_EXISTS instead of KEY_CONFLICT',
  'batch-missing': 'U13: batchGet leaves missing keys out instead of listing them as KEY_NOT_FOUND',
  'expired-visible': 'U14: expired values are still returned (physical deletion up to 48 hours late)',
  'batch-shuffled': 'U15: batch results come in another order than asked',
  'query-stale': 'U16: queries are up to 2 s old even without an adversary',
} as const;

export type Variant = keyof typeof VARIANTS;

export interface Variants {
  has(variant: Variant): boolean;
  list(): Variant[];
  /** `all`, `none` or a comma separated list; throws on unknown names. */
  set(names: string): void;
}

/** The variants that are switched on; changeable while the site runs. */
export function createVariants(names = 'none'): Variants {
  const on = new Set<Variant>();
  const variants: Variants = {
    has: (variant) => on.has(variant),
    list: () => [...on],
    set(text) {
      const wanted = text === 'all' ? Object.keys(VARIANTS) : text.split(',').map((name) => name.trim());
      const known = wanted.filter((name) => name !== '' && name !== 'none' && name !== 'default');
      const wrong = known.find((name) => !(name in VARIANTS));
      if (wrong) throw new RangeError(`Unknown variant "${wrong}". Known: ${Object.keys(VARIANTS).join(', ')}`);
      on.clear();
      for (const name of known) on.add(name as Variant);
    },
  };
  variants.set(names);
  return variants;
}
