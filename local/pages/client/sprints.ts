import { changeAndRedraw } from './board';
import { createDialog } from './dialog';
import { callJira } from './site-api';

const DAY_MS = 86_400_000;

interface Question {
  title: string;
  text: string;
  /** Label and first value of each field asked for. */
  fields: { name: string; label: string; value: string; type: 'text' | 'number' }[];
  submit: string;
  answer(values: Record<string, string>): Promise<unknown>;
}

function field({ name, label, value, type }: Question['fields'][number]): HTMLElement {
  const row = document.createElement('div');
  const caption = document.createElement('label');
  caption.className = 'field-label';
  caption.htmlFor = `ask-${name}`;
  caption.textContent = label;
  const input = document.createElement('input');
  Object.assign(input, { id: `ask-${name}`, name, type, value, className: 'field', required: name !== 'goal' });
  if (type === 'number') Object.assign(input, { min: '1', max: '60' });
  row.append(caption, input);
  return row;
}

function ask(question: Question): void {
  const form = document.createElement('form');
  form.className = 'form dialog-body';
  const text = document.createElement('p');
  text.textContent = question.text;
  const actions = document.createElement('p');
  actions.className = 'form-actions';
  const submit = document.createElement('button');
  submit.className = 'button button-primary';
  submit.textContent = question.submit;
  actions.append(submit);
  form.append(text, ...question.fields.map(field), actions);
  const dialog = createDialog({ title: question.title, label: question.title, content: form });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    dialog.close();
    void changeAndRedraw(`${question.title}: it did not work`, () => question.answer(values));
  });
}

const sprintPath = (id: string) => `/rest/agile/1.0/sprint/${id}`;

function startSprint(id: string, name: string): void {
  ask({
    title: 'Start sprint',
    text: 'Once it runs, its issues are on the board.',
    fields: [
      { name: 'name', label: 'Sprint name', value: name, type: 'text' },
      { name: 'days', label: 'Length in days', value: '14', type: 'number' },
      { name: 'goal', label: 'Sprint goal', value: '', type: 'text' },
    ],
    submit: 'Start',
    async answer({ name: newName, days, goal }) {
      const { now } = (await (await fetch('/local/api/clock')).json()) as { now: number };
      await callJira('POST', sprintPath(id), {
        name: newName,
        state: 'active',
        startDate: new Date(now).toISOString(),
        endDate: new Date(now + Number(days) * DAY_MS).toISOString(),
        ...(goal ? { goal } : {}),
      });
    },
  });
}

function completeSprint(id: string, name: string): void {
  ask({
    title: `Complete ${name}`,
    text: 'What is done stays with the sprint; what is open goes back to the backlog.',
    fields: [],
    submit: 'Complete sprint',
    answer: () => callJira('POST', sprintPath(id), { state: 'closed' }),
  });
}

function createSprint(): void {
  const board = document.querySelector<HTMLElement>('[data-board]')?.dataset['board'];
  ask({
    title: 'Create sprint',
    text: 'A new sprint waits in the backlog until it is started.',
    fields: [{ name: 'name', label: 'Sprint name', value: '', type: 'text' }],
    submit: 'Create',
    answer: ({ name }) => callJira('POST', '/rest/agile/1.0/sprint', { name, originBoardId: Number(board) }),
  });
}

/** Buttons that start, complete and create sprints. The page's main part is redrawn, so one listener serves them all. */
export function wireSprints(): void {
  document.getElementById('main')?.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
    if (button?.dataset['createSprint'] !== undefined) return createSprint();
    const { sprint, sprintName = '', sprintAction } = button?.dataset ?? {};
    if (sprint === undefined) return;
    if (sprintAction === 'start') startSprint(sprint, sprintName);
    else completeSprint(sprint, sprintName);
  });
}
