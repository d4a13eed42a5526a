/** One field of Jira's create screen (createmeta) and the control it becomes in the create dialog. */
import { textDocument } from './adf-text';

export interface CreateField {
  fieldId: string;
  name: string;
  required: boolean;
  schema: { type: string; items?: string; system?: string; custom?: string };
  allowedValues?: { id: string; name?: string; value?: string }[];
}

export interface Person {
  accountId: string;
  displayName: string;
}

/** Fields the dialog offers although Jira does not demand them. */
const OFFERED = new Set(['summary', 'description', 'assignee', 'duedate', 'priority', 'labels', 'parent']);
/** Settled by the dialog itself. */
const SETTLED = new Set(['project', 'issuetype', 'reporter']);

/** Does the dialog ask for this field? */
export function isAsked(field: CreateField): boolean {
  return !SETTLED.has(field.fieldId) && (field.required || OFFERED.has(field.fieldId));
}

function options(entries: [value: string, text: string][], empty: string): HTMLSelectElement {
  const select = document.createElement('select');
  for (const [value, text] of [['', empty] as [string, string], ...entries]) select.add(new Option(text, value));
  return select;
}

function bareControl(field: CreateField, people: Person[]): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  if (field.schema.type === 'user') {
    return options(
      people.map(({ accountId, displayName }) => [accountId, displayName]),
      field.fieldId === 'assignee' ? 'Unassigned' : 'Choose a person',
    );
  }
  if (field.allowedValues) {
    return options(
      field.allowedValues.map(({ id, name, value }) => [id, name ?? value ?? id]),
      field.required ? 'Choose one' : 'Default',
    );
  }
  if (field.fieldId === 'description') return document.createElement('textarea');
  const input = document.createElement('input');
  input.type = field.schema.type === 'date' ? 'date' : field.schema.type === 'number' ? 'number' : 'text';
  return input;
}

/** A label with its control, named by the field's id. */
export function fieldControl(field: CreateField, people: Person[]): HTMLElement {
  const control = bareControl(field, people);
  const id = `create-${field.fieldId}`;
  Object.assign(control, { id, name: field.fieldId, required: field.required, className: 'field' });
  const label = document.createElement('label');
  label.className = 'field-label';
  label.htmlFor = id;
  label.textContent = field.fieldId === 'labels' ? `${field.name} (separated by spaces)` : field.name;
  if (field.required) {
    const mark = document.createElement('span');
    mark.className = 'required-mark';
    mark.textContent = ' *';
    mark.setAttribute('aria-hidden', 'true');
    label.append(mark);
  }
  const row = document.createElement('div');
  row.append(label, control);
  return row;
}

/** What Jira wants for a field, from what a person entered; undefined for nothing entered. */
export function fieldValue(field: CreateField, entered: string): unknown {
  if (entered.trim() === '') return undefined;
  if (field.fieldId === 'description') return textDocument(entered);
  if (field.fieldId === 'parent') return { key: entered.trim().toUpperCase() };
  if (field.schema.type === 'user') return { id: entered };
  if (field.schema.type === 'number') return Number(entered);
  if (field.schema.type === 'array')
    return field.schema.items === 'string' ? entered.trim().split(/\s+/) : [{ id: entered }];
  return field.allowedValues ? { id: entered } : entered;
}
