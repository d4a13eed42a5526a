import { announce } from './announce';
import { showProblem } from './flags';
import { callJira } from './site-api';

/** Shows the page as the server draws it now; the scroll position stays. */
export async function redrawMain(): Promise<void> {
  const response = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('main');
  const main = document.getElementById('main');
  if (!fresh || !main) return;
  main.replaceChildren(...fresh.childNodes);
  wirePlanning();
}

/** Carries out a change and redraws; a refusal is a flag. */
export async function changeAndRedraw(problem: string, change: () => Promise<unknown>): Promise<void> {
  try {
    await change();
  } catch (error) {
    showProblem(problem, error);
  }
  await redrawMain();
}

function move(menu: HTMLSelectElement): void {
  const key = menu.dataset['move'] ?? '';
  const column = menu.selectedOptions[0]?.text ?? '';
  void changeAndRedraw(`${key} was not moved`, async () => {
    await callJira('POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id: menu.value } });
    announce(`${key} moved to ${column}`);
  });
}

function place(menu: HTMLSelectElement): void {
  const key = menu.dataset['place'] ?? '';
  const target = menu.value;
  const path = target === 'backlog' ? '/rest/agile/1.0/backlog/issue' : `/rest/agile/1.0/sprint/${target}/issue`;
  void changeAndRedraw(`${key} was not moved`, () => callJira('POST', path, { issues: [key] }));
}

function wireColumn(column: HTMLElement): void {
  const choice = (event: DragEvent): HTMLSelectElement | null => {
    const key = event.dataTransfer?.types
      .find((type) => type.startsWith('issue/'))
      ?.slice('issue/'.length)
      .toUpperCase();
    return document.querySelector<HTMLSelectElement>(`[data-move="${key}"]`);
  };
  const option = (menu: HTMLSelectElement | null) =>
    [...(menu?.options ?? [])].find((each) => each.dataset['column'] === column.dataset['column']);

  column.addEventListener('dragover', (event) => {
    if (!option(choice(event))) return;
    event.preventDefault();
    column.classList.add('board-column-over');
  });
  column.addEventListener('dragleave', () => column.classList.remove('board-column-over'));
  column.addEventListener('drop', (event) => {
    column.classList.remove('board-column-over');
    const menu = choice(event);
    const target = option(menu);
    if (!menu || !target) return;
    event.preventDefault();
    menu.value = target.value;
    move(menu);
  });
}

/** Moving issues between columns (by menu or by dragging), sprints and the backlog. */
export function wirePlanning(): void {
  for (const card of document.querySelectorAll<HTMLElement>('[data-card]')) {
    card.addEventListener('dragstart', (event) => event.dataTransfer?.setData(`issue/${card.dataset['card']}`, ''));
  }
  document.querySelectorAll<HTMLElement>('.board-column').forEach(wireColumn);
  for (const menu of document.querySelectorAll<HTMLSelectElement>('[data-move]')) {
    menu.addEventListener('change', () => move(menu));
  }
  for (const menu of document.querySelectorAll<HTMLSelectElement>('[data-place]')) {
    menu.addEventListener('change', () => place(menu));
  }
}
