/**
 * Runs first inside every Custom UI page: provides `window.__bridge.callBridge`, all that @forge/bridge asks of its
 * host, and carries out what the host can only do in here (theme, size).
 */
import { createChannel } from './bridge/channel';
import { applyTheme } from './bridge/frame-theme';
import { reportSize } from './bridge/frame-size';
import type { ThemeState } from './bridge/theme-state';

const host = document.currentScript?.dataset['host'] ?? location.origin;

const channel = createChannel(
  (message) => window.parent.postMessage(message, host),
  (command, data) => {
    if (command === 'applyTheme') return applyTheme(data as ThemeState);
    throw new Error(`The frame has no command '${command}'`);
  },
);

window.addEventListener('message', (event) => {
  if (event.source === window.parent && event.origin === host) channel.receive(event.data);
});

Object.defineProperty(window, '__bridge', { value: { callBridge: channel.request } });

reportSize((height) => void channel.request('__resize', { height }));
