import { rooms } from './features/shell/rooms';

const QUIET_MS = 4000;

const PAGES: readonly (() => Promise<unknown>)[] = [
  () => import('./features/home/home-page'),
  () => import('./features/shell/retro-page'),
  () => import('./bridge/session'),
  () => import('./features/summary/summary-page'),
  () => import('./features/team/team-page'),
  ...Object.values(rooms),
];

/** Fetches every room once the page has come to rest: the next one opens at once, and none is missing when the network is. */
export function prefetchRooms(): void {
  setTimeout(() => {
    for (const load of PAGES) load().catch(() => undefined);
  }, QUIET_MS);
}
