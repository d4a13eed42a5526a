import { pageData } from '../page-data';
import { onThemeChange } from '../theme';
import { createChannel } from './channel';
import { emitEvent } from './events';
import { frameSessions, type FrameSession } from './frame-session';

/** As Forge's: https://developer.atlassian.com/platform/forge/custom-ui/iframe */
const SANDBOX =
  'allow-downloads allow-forms allow-modals allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts';

/** Messages a frame sent before this script ran; the page's first inline script collects them. */
declare global {
  interface Window {
    earlyMessages?: MessageEvent[];
  }
}

/** Makes an empty frame with Forge's sandbox; give it `src` before it goes on the page. */
export function createFrameElement(title: string): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  iframe.title = title;
  iframe.setAttribute('sandbox', SANDBOX);
  iframe.allow = 'clipboard-write; fullscreen';
  return iframe;
}

/** Becomes the bridge's far end for one frame. Answers with its session; end it with `endFrame`. */
export function hostFrame(
  iframe: HTMLIFrameElement,
  options: Pick<FrameSession, 'moduleKey' | 'resource' | 'modalContext' | 'close' | 'run'>,
): FrameSession {
  const channel = createChannel(
    (message) => iframe.contentWindow?.postMessage(message, pageData.apps),
    (command, data) => session.run(session, command, data),
  );
  const session: FrameSession = { ...options, iframe, themed: false, callFrame: channel.request };
  const listen = (event: MessageEvent) => {
    if (!frameSessions.has(session)) return removeEventListener('message', listen);
    if (event.source === iframe.contentWindow && event.origin === pageData.apps) channel.receive(event.data);
  };
  frameSessions.add(session);
  addEventListener('message', listen);
  window.earlyMessages?.forEach(listen);
  return session;
}

/** Forgets a frame that left the page. */
export function endFrame(session: FrameSession): void {
  frameSessions.delete(session);
}

onThemeChange((theme) => {
  for (const session of frameSessions) if (session.themed) void session.callFrame('applyTheme', theme);
  emitEvent('private', 'FORGE_CORE_THEME_CHANGED', { theme });
});
