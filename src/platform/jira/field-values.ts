import type { FilingField } from '#contract/api';
import { adfOfText } from './adf';

/** What a form gave for one field, in the form Jira takes. The app has checked it against the field's type. */
export function jiraValue(field: FilingField, value: unknown): unknown {
  switch (field.type) {
    case 'text':
      return adfOfText(String(value));
    case 'option':
      return { id: String(value) };
    case 'options':
      return (Array.isArray(value) ? value : [value]).map((id) => ({ id: String(id) }));
    case 'user':
      return { id: String(value) };
    default:
      return value;
  }
}
