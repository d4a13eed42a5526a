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
