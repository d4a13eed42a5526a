import { fieldControl, fieldValue, isAsked, type CreateField, type Person } from './create-fields';
import { createDialog } from './dialog';
import { showFlag, showProblem } from './flags';
import { asMe, pageData } from './page-data';
import { callJira } from './site-api';

/** What openIssueCreateModal may prefill. */
export interface CreateDefaults {
  summary?: string;
  issueTypeId?: string;
  projectId?: string;
}

export interface Created {
  id: string;
  key: string;
}

interface IssueType {
  id: string;
  name: string;
  subtask: boolean;
}

interface Screen {
  project: string;
  form: HTMLFormElement;
  people: Person[];
  fields: CreateField[];
}

const metaPath = (project: string) => `/rest/api/3/issue/createmeta/${project}/issuetypes`;

async function showFields(screen: Screen, typeId: string): Promise<void> {
  const place = screen.form.querySelector('.create-fields');
  const entered = new FormData(screen.form);
  const page = await callJira<{ fields: CreateField[] }>('GET', `${metaPath(screen.project)}/${typeId}?maxResults=200`);
  const order = ['summary', 'description'];
  const rank = ({ fieldId, required }: CreateField) => (order.indexOf(fieldId) + 1 || (required ? 3 : 4)) * 10;
  screen.fields = page.fields.filter(isAsked).sort((a, b) => rank(a) - rank(b));
  place?.replaceChildren(...screen.fields.map((field) => fieldControl(field, screen.people)));
  for (const [name, value] of entered) {
    const control = screen.form.elements.namedItem(name);
    if (control && 'value' in control && typeof value === 'string') control.value = value;
  }
}

function typePicker(types: IssueType[]): HTMLElement {
  const row = document.createElement('div');
  const label = document.createElement('label');
  label.className = 'field-label';
  label.htmlFor = 'create-type';
  label.textContent = 'Work type';
  const select = document.createElement('select');
  select.id = 'create-type';
  select.name = 'issuetype';
  select.className = 'field';
  for (const type of types) select.add(new Option(type.name, type.id));
  row.append(label, select);
  return row;
}

function actions(): HTMLElement {
  const row = document.createElement('p');
  row.className = 'form-actions';
  const submit = document.createElement('button');
  submit.className = 'button button-primary';
  submit.textContent = 'Create';
  row.append(submit);
  return row;
}

function emptyForm(types: IssueType[]): HTMLFormElement {
  const form = document.createElement('form');
  form.className = 'form dialog-body';
  const fields = document.createElement('div');
  fields.className = 'form create-fields';
  const problem = document.createElement('p');
  problem.className = 'form-problem';
  problem.setAttribute('role', 'alert');
  form.append(typePicker(types), fields, problem, actions());
  return form;
}

async function create(screen: Screen): Promise<Created> {
  const entered = new FormData(screen.form);
  const textOf = (name: string): string => {
    const value = entered.get(name);
    return typeof value === 'string' ? value : '';
  };
  const values = screen.fields.map((field): [string, unknown] => [
    field.fieldId,
    fieldValue(field, textOf(field.fieldId)),
  ]);
  return await callJira<Created>('POST', '/rest/api/3/issue', {
    fields: {
      ...Object.fromEntries(values.filter(([, value]) => value !== undefined)),
      project: { key: screen.project },
      issuetype: { id: textOf('issuetype') },
    },
  });
}

async function openScreen(project: string, defaults: CreateDefaults): Promise<Screen> {
  const [{ issueTypes }, people] = await Promise.all([
    callJira<{ issueTypes: IssueType[] }>('GET', metaPath(project)),
    callJira<Person[]>('GET', `/rest/api/3/user/assignable/search?project=${project}&maxResults=50`),
  ]);
  const types = [...issueTypes].sort((a, b) => Number(a.subtask) - Number(b.subtask));
  const form = emptyForm(types);
  const screen: Screen = { project, form, people, fields: [] };
  const type = form.elements.namedItem('issuetype') as HTMLSelectElement;
  if (defaults.issueTypeId) type.value = defaults.issueTypeId;
  type.addEventListener('change', () => {
    showFields(screen, type.value).catch((error: unknown) => showProblem('The fields could not be read', error));
  });
  await showFields(screen, type.value);
  const summary = form.elements.namedItem('summary');
  if (defaults.summary && summary instanceof HTMLInputElement) summary.value = defaults.summary;
  return screen;
}

/** The create dialog; `onClose` hears the issue that was created, or nothing. Rejects when this person may not create here. */
export async function openCreateDialog(defaults: CreateDefaults, onClose: (created?: Created) => void): Promise<void> {
  const project = defaults.projectId ?? pageData.projectKey ?? '';
  const screen = await openScreen(project, defaults);
  const dialog = createDialog({
    title: 'Create',
    label: 'Create an issue',
    content: screen.form,
    onClose: (created) => onClose(created as Created | undefined),
  });
  screen.form.querySelector<HTMLElement>('[name=summary]')?.focus();
  screen.form.addEventListener('submit', (event) => {
    event.preventDefault();
    const problem = screen.form.querySelector('.form-problem');
    create(screen).then(
      (created) => dialog.close(created),
      (error: unknown) => problem?.replaceChildren(error instanceof Error ? error.message : String(error)),
    );
  });
}

/** The Create button of the top bar. */
export function wireCreate(): void {
  document.querySelector('[data-create-issue]')?.addEventListener('click', () => {
    openCreateDialog({}, (created) => {
      if (!created) return;
      showFlag({
        id: created.key,
        type: 'success',
        title: `You created ${created.key}`,
        actions: [{ text: 'View it', onClick: () => location.assign(asMe(`/browse/${created.key}`)) }],
        isAutoDismiss: true,
      });
    }).catch((error: unknown) => showProblem('You cannot create issues here', error));
  });
}
