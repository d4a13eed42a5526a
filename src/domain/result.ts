/** A refusal is a value, a bug throws: every rule answers one of these two. */
import type { Refusal, RefusalCode } from './refusal';

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** The rule is satisfied. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** The rule says no, for a reason from the closed list; `details` name fields or numbers, never a person's text. */
export const refuse = (code: RefusalCode, details?: Record<string, string>): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: details ? { code, details } : { code },
});
