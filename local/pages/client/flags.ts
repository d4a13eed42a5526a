/** Flags in the lower left corner, as Jira's: for the app through the bridge, and for the site's own pages. */
import { announce } from './announce';
import { icon } from './icon';

export type FlagType = 'info' | 'success' | 'warning' | 'error';

export interface Flag {
  id: string;
  title?: string;
  description?: string;
  type?: FlagType;
  /** Bold flags, Jira's older word for the type. */
  appearance?: FlagType;
  actions?: { text: string; onClick: () => unknown }[];
  isAutoDismiss?: boolean;
}

/** How long an automatic flag stays, as Atlaskit's AutoDismissFlag. */
const AUTO_DISMISS_MS = 8000;

const open = new Map<string, HTMLElement>();

function region(): HTMLElement {
  const existing = document.getElementById('flags');
  if (existing) return existing;
  const created = document.createElement('section');
  created.id = 'flags';
  created.className = 'flags';
  created.setAttribute('aria-label', 'Flags');
  document.body.append(created);
  return created;
}

/** Removes a flag; answers whether there was one. */
export function closeFlag(id: string): boolean {
  const element = open.get(id);
  open.delete(id);
  element?.remove();
  return element !== undefined;
}

function actionButton(flag: Flag, action: { text: string; onClick: () => unknown }): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'flag-action';
  button.textContent = action.text;
  button.addEventListener('click', () => {
    void action.onClick();
    closeFlag(flag.id);
  });
  return button;
}

function body(flag: Flag): HTMLElement {
  const text = document.createElement('div');
  text.className = 'flag-body';
  const title = document.createElement('p');
  title.className = 'flag-title';
  title.textContent = flag.title ?? '';
  text.append(title);
  if (flag.description) {
    const description = document.createElement('p');
    description.className = 'flag-description';
    description.textContent = flag.description;
    text.append(description);
  }
  const actions = document.createElement('div');
  actions.className = 'flag-actions';
  actions.append(...(flag.actions ?? []).map((action) => actionButton(flag, action)));
  if (flag.actions?.length) text.append(actions);
  return text;
}

/** Shows a flag; one with the same id is replaced. */
export function showFlag(flag: Flag): void {
  closeFlag(flag.id);
  const type = flag.type ?? flag.appearance ?? 'info';
  const element = document.createElement('article');
  element.className = `flag flag-${type}`;
  const dismiss = document.createElement('button');
  dismiss.type = 'button';
  dismiss.className = 'icon-button';
  dismiss.setAttribute('aria-label', 'Dismiss');
  dismiss.append(icon('cross'));
  dismiss.addEventListener('click', () => closeFlag(flag.id));
  const mark = document.createElement('span');
  mark.className = 'flag-mark';
  mark.append(icon(type));
  element.append(mark, body(flag), dismiss);
  region().prepend(element);
  open.set(flag.id, element);
  announce([flag.title, flag.description].filter(Boolean).join('. '));
  if (flag.isAutoDismiss) setTimeout(() => open.get(flag.id) === element && closeFlag(flag.id), AUTO_DISMISS_MS);
}

/** A flag of the site itself about something that went wrong. */
export function showProblem(title: string, error: unknown): void {
  showFlag({
    id: `problem-${title}`,
    type: 'error',
    title,
    description: error instanceof Error ? error.message : String(error),
  });
}
