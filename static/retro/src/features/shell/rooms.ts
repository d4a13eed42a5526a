import { useEffect } from 'react';

/** What a retro's frame opens, each a chunk of its own. */
export const rooms = {
  lobby: () => import('../lobby/lobby'),
  board: () => import('../board/retro-board'),
  closeStep: () => import('../summary/close-step'),
  setup: () => import('../lobby/setup-dialog'),
  handOver: () => import('./hand-over-dialog'),
  timer: () => import('./timer-dialog'),
  close: () => import('./close-dialog'),
  tray: () => import('./tray-dialog'),
};

const QUIET_MS = 4000;

/** Fetches every room once the page has come to rest, so that none is missing when the network is. */
export function usePrefetchedRooms(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of Object.values(rooms)) load().catch(() => undefined);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
}
