import { icon } from './icon';

interface DialogOptions {
  /** Heading; without one only `label` names the dialog. */
  title?: string | undefined;
  label: string;
  content: HTMLElement;
  closeOnEscape?: boolean;
  closeOnOverlayClick?: boolean;
  onClose?: (payload?: unknown) => void;
}

export interface OpenDialog {
  element: HTMLDialogElement;
  close(payload?: unknown): void;
}

function header(title: string, close: () => void): HTMLElement {
  const bar = document.createElement('header');
  bar.className = 'dialog-header';
  const heading = document.createElement('h2');
  heading.textContent = title;
  const cross = document.createElement('button');
  cross.type = 'button';
  cross.className = 'icon-button';
  cross.setAttribute('aria-label', 'Close');
  cross.append(icon('cross'));
  cross.addEventListener('click', close);
  bar.append(heading, cross);
  return bar;
}

/** Opens a modal dialog; focus returns to where it was when it closes. */
export function createDialog(options: DialogOptions): OpenDialog {
  const element = document.createElement('dialog');
  element.className = 'dialog';
  element.setAttribute('aria-label', options.label);
  let payload: unknown;

  function close(result?: unknown): void {
    payload = result;
    element.close();
  }

  if (options.title) element.append(header(options.title, () => close()));
  element.append(options.content);
  element.addEventListener('cancel', (event) => {
    if (options.closeOnEscape === false) event.preventDefault();
  });
  element.addEventListener('pointerdown', (event) => {
    if (event.target === element && options.closeOnOverlayClick !== false) close();
  });
  element.addEventListener('close', () => {
    element.remove();
    options.onClose?.(payload);
  });
  document.body.append(element);
  element.showModal();
  return { element, close };
}
