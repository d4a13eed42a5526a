import { asMe, pageData } from '../page-data';
import type { FrameSession } from './frame-session';

interface Location {
  pathname: string;
  search: string;
  hash: string;
  state: unknown;
  key: string;
}

type To = string | Partial<Pick<Location, 'pathname' | 'search' | 'hash'>>;
type Action = 'POP' | 'PUSH' | 'REPLACE';
type Listener = (location: Location, action: Action) => unknown;

interface StoredState {
  app?: unknown;
  key?: string;
}

/** The app's part of this page's address. The person (`as`) belongs to the site, the app never sees it. */
function readLocation(basePath: string): Location {
  const query = new URLSearchParams(location.search);
  query.delete('as');
  const search = query.toString();
  const stored = history.state as StoredState | null;
  return {
    pathname: location.pathname.slice(basePath.length) || '/',
    search: search === '' ? '' : `?${search}`,
    hash: location.hash,
    state: stored?.app,
    key: stored?.key ?? 'default',
  };
}

function absolute(basePath: string, to: To, from: Location): string {
  const root = 'http://app';
  const start = `${root}${from.pathname}${from.search}`;
  const target = typeof to === 'string' ? new URL(to, start) : new URL(to.pathname ?? from.pathname, root);
  if (typeof to !== 'string') {
    target.search = to.search ?? '';
    target.hash = to.hash ?? '';
  }
  const path = target.pathname === '/' ? '' : target.pathname;
  return basePath + path + target.search + target.hash;
}

/**
 * What `createHistory` answers: a history object over the page's own address, so that deep links survive a reload.
 * Its methods cross the bridge and answer promises; listeners are called with (location, action), as the package's own
 * listener and its types (history 4) expect.
 */
export function createAppHistory(session: FrameSession): Record<string, unknown> {
  const basePath = pageData.frame?.basePath ?? '';
  const listeners = new Set<Listener>();

  function tell(action: Action): void {
    // A page that grew its frame must not leave the next one with an empty tail.
    session.iframe.style.removeProperty('height');
    const now = readLocation(basePath);
    for (const listener of listeners) void Promise.resolve(listener(now, action)).catch(() => undefined);
  }

  function go(action: 'PUSH' | 'REPLACE', to: To, state: unknown): void {
    const stored: StoredState = { app: state, key: Math.random().toString(36).slice(2, 10) };
    const url = asMe(absolute(basePath, to, readLocation(basePath)));
    if (action === 'PUSH') history.pushState(stored, '', url);
    else history.replaceState(stored, '', url);
    tell(action);
  }

  addEventListener('popstate', () => tell('POP'));
  return {
    action: 'POP',
    location: readLocation(basePath),
    listen: (listener: Listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    push: (to: To, state?: unknown) => go('PUSH', to, state),
    replace: (to: To, state?: unknown) => go('REPLACE', to, state),
    go: (delta: number) => history.go(delta),
    back: () => history.back(),
    forward: () => history.forward(),
    createHref: (to: To) => absolute(basePath, to, readLocation(basePath)),
  };
}
