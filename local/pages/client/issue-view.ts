import { textDocument } from './adf-text';
import { createDialog } from './dialog';
import { showProblem } from './flags';
import { asMe } from './page-data';
import { callJira } from './site-api';

/** Jira's REST for each control of an issue that carries `data-change`. */
const changes: Record<string, (key: string, value: string) => Promise<unknown>> = {
  transition: (key, id) => callJira('POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id } }),
  assignee: (key, accountId) =>
    callJira('PUT', `/rest/api/3/issue/${key}/assignee`, { accountId: accountId === '' ? null : accountId }),
  duedate: (key, day) => callJira('PUT', `/rest/api/3/issue/${key}`, { fields: { duedate: day === '' ? null : day } }),
};

/** The issue as the server draws it now. */
async function fetchIssue(key: string): Promise<HTMLElement> {
  const response = await fetch(asMe(`/site/fragments/issue/${encodeURIComponent(key)}`));
  if (!response.ok) throw new Error('This issue does not exist, or you may not see it.');
  const holder = document.createElement('template');
  holder.innerHTML = await response.text();
  return holder.content.firstElementChild as HTMLElement;
}

async function refresh(article: HTMLElement, key: string): Promise<void> {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['change'] : undefined;
  const fresh = await fetchIssue(key);
  article.replaceWith(fresh);
  wireIssue(fresh);
  if (focused) fresh.querySelector<HTMLElement>(`[data-change=${focused}]`)?.focus();
}

async function change(article: HTMLElement, key: string, control: HTMLInputElement | HTMLSelectElement): Promise<void> {
  try {
    await changes[control.dataset['change'] ?? '']?.(key, control.value);
  } catch (error) {
    showProblem(`${key} was not changed`, error);
  }
  await refresh(article, key);
}

function wireComments(article: HTMLElement, key: string): void {
  const form = article.querySelector<HTMLFormElement>('[data-comment-form]');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = String(new FormData(form).get('text') ?? '').trim();
    if (text === '') return;
    callJira('POST', `/rest/api/3/issue/${key}/comment`, { body: textDocument(text) })
      .then(() => refresh(article, key))
      .catch((error: unknown) => showProblem('Your comment was not saved', error));
  });
}

/** Makes an issue's controls work, wherever it is shown. */
export function wireIssue(article: HTMLElement): void {
  const key = article.dataset['issue'] ?? '';
  for (const control of article.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-change]')) {
    control.addEventListener('change', () => {
      change(article, key, control).catch((error: unknown) => showProblem(`${key} could not be read again`, error));
    });
  }
  for (const link of article.querySelectorAll<HTMLAnchorElement>('a[data-site-link]')) link.href = asMe(link.href);
  wireComments(article, key);
}

/** An issue over the page. */
export async function openIssueDialog(key: string, onClose: () => void): Promise<void> {
  const article = await fetchIssue(key);
  const body = document.createElement('div');
  body.className = 'dialog-body';
  body.append(article);
  const dialog = createDialog({ title: key, label: `Issue ${key}`, content: body, onClose });
  dialog.element.classList.add('dialog-wide');
  wireIssue(article);
}
