import { createDialog } from '../dialog';
import { pageData } from '../page-data';
import type { FrameSession } from './frame-session';
import { createFrameElement, endFrame, hostFrame } from './host-frame';

interface ModalOptions {
  resource?: string | null;
  onClose?: (payload?: unknown) => unknown;
  size?: string | { width: string; height?: string };
  context?: unknown;
  closeOnEscape?: boolean;
  closeOnOverlayClick?: boolean;
  title?: string;
}

function dress(dialog: HTMLDialogElement, size: ModalOptions['size']): void {
  dialog.classList.add('modal-frame');
  if (typeof size === 'object') {
    dialog.style.width = size.width;
    if (size.height) dialog.style.height = size.height;
  } else dialog.dataset['size'] = size ?? 'medium';
}

/** Bridge `openModal`: another frame of the app over the page, with `extension.modal` as its context. */
export function openModal(opener: FrameSession, data: unknown): boolean {
  const options = data as ModalOptions;
  const resource = options.resource ?? opener.resource;
  const address = pageData.resources[resource];
  if (!address) return false;
  const iframe = createFrameElement(options.title || 'App');
  iframe.src = address;
  const dialog = createDialog({
    title: options.title || undefined,
    label: options.title || 'App',
    content: iframe,
    closeOnEscape: options.closeOnEscape ?? true,
    closeOnOverlayClick: options.closeOnOverlayClick ?? true,
    onClose: (payload) => {
      endFrame(session);
      void options.onClose?.(payload);
    },
  });
  dress(dialog.element, options.size);
  const session = hostFrame(iframe, {
    moduleKey: opener.moduleKey,
    run: opener.run,
    resource,
    modalContext: options.context ?? {},
    close: dialog.close,
  });
  return true;
}
