/** What a person filled in, held against the create screen: only its required fields are taken. */
import type { FilingField } from '#contract/api';
import { isDay } from '#domain/action-item';
import { ACCOUNT_ID } from '#domain/ids';
import type { Result } from '#domain/result';
import { ok, refuse } from '#domain/result';
import { cleanText } from '#domain/text';

const MISSING = 'is required.';
const WRONG = 'is not a value this field takes.';

/** Values by field id; refused `jira/fields` with a sentence for each field that is missing or does not fit. */
export function acceptFields(
  required: readonly FilingField[],
  given: Record<string, unknown>,
): Result<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  const details: Record<string, string> = {};
  for (const field of required) {
    const value = valueOf(field, Object.hasOwn(given, field.id) ? given[field.id] : undefined);
    if (value === 'missing') details[field.id] = `${field.name} ${MISSING}`;
    else if (value === 'wrong') details[field.id] = `${field.name} ${WRONG}`;
    else values[field.id] = value.is;
  }
  return Object.keys(details).length > 0 ? refuse('jira/fields', details) : ok(values);
}

type Judged = { is: string | number | string[] } | 'missing' | 'wrong';

const isBlank = (raw: unknown): boolean =>
  raw === undefined || (typeof raw === 'string' && cleanText(raw) === '') || (Array.isArray(raw) && raw.length === 0);

const text = (raw: unknown): Judged => (typeof raw === 'string' ? { is: cleanText(raw) } : 'wrong');
const fits = (raw: unknown, rule: (value: string) => boolean): Judged =>
  typeof raw === 'string' && rule(raw) ? { is: raw } : 'wrong';
const offers = (field: FilingField, id: unknown): boolean => field.options.some((option) => option.id === id);

const JUDGES: Record<FilingField['type'], (raw: unknown, field: FilingField) => Judged> = {
  string: text,
  text,
  number: numberOf,
  date: (raw) => fits(raw, isDay),
  option: (raw, field) => fits(raw, (id) => offers(field, id)),
  options: (raw, field) =>
    Array.isArray(raw) && raw.every((id) => offers(field, id)) ? { is: raw.map(String) } : 'wrong',
  user: (raw) => fits(raw, (id) => ACCOUNT_ID.test(id)),
  // A kind of field no form of ours can fill: the page says which one it is.
  unknown: () => 'missing',
};

const valueOf = (field: FilingField, raw: unknown): Judged =>
  isBlank(raw) ? 'missing' : JUDGES[field.type](raw, field);

function numberOf(raw: unknown): Judged {
  const number = typeof raw === 'string' ? Number(raw.trim()) : raw;
  return typeof number === 'number' && Number.isFinite(number) ? { is: number } : 'wrong';
}
