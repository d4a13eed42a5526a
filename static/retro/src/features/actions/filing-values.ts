import type { FilingField } from '#contract/api';
import { isDay } from '#domain/action-item';

/** What a person has entered, by field id: a text, an option's id, option ids or an account id. */
export type FilingEntries = Readonly<Record<string, string | readonly string[]>>;

/** Why an entry can't be sent. */
export type FilingFault = 'missing' | 'number' | 'date';

type Entry = FilingEntries[string] | undefined;

const isEmpty = (entry: Entry): boolean =>
  entry === undefined || (typeof entry === 'string' ? entry.trim() === '' : entry.length === 0);

function faultOf(field: FilingField, entry: Entry): FilingFault | null {
  if (isEmpty(entry)) return 'missing';
  const text = typeof entry === 'string' ? entry.trim() : '';
  if (field.type === 'number' && !Number.isFinite(Number(text))) return 'number';
  if (field.type === 'date' && !isDay(text)) return 'date';
  return null;
}

function valueOf(field: FilingField, entry: Entry): string | number | string[] {
  if (typeof entry !== 'string') return [...(entry ?? [])];
  if (field.type === 'options') return [entry];
  return field.type === 'number' ? Number(entry.trim()) : entry.trim();
}

/**
 * The fields as the wire takes them (a text, a number, an option's id or several, an account id), or the faults by
 * field id. Fields of an unknown type are nobody's to fill here.
 */
export function filingValues(
  fields: readonly FilingField[],
  entries: FilingEntries,
): { ok: true; fields: Record<string, unknown> } | { ok: false; faults: Record<string, FilingFault> } {
  const faults: Record<string, FilingFault> = {};
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.type === 'unknown') continue;
    const fault = faultOf(field, entries[field.id]);
    if (fault) faults[field.id] = fault;
    else values[field.id] = valueOf(field, entries[field.id]);
  }
  return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, fields: values };
}

/** The fields that only Jira's own create dialog can fill. */
export const blockingFields = (fields: readonly FilingField[]): FilingField[] =>
  fields.filter((field) => field.type === 'unknown');
