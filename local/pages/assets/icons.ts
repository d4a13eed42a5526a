/** The site's icons: 16 px strokes of our own in the manner of Atlassian's. Fill and stroke follow the text colour. */
const stroke = (d: string) =>
  `<path d="${d}" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`;
const dot = (x: number, y: number, r = 1) => `<circle cx="${x}" cy="${y}" r="${r}" fill="currentColor"/>`;

export const iconPaths = {
  add: stroke('M8 2.75v10.5M2.75 8h10.5'),
  app: stroke('M2.75 2.75h4v4h-4zM9.25 2.75h4v4h-4zM2.75 9.25h4v4h-4zM9.25 9.25h4v4h-4z'),
  backlog: stroke('M2.75 3.5h10.5v3H2.75zM2.75 9.5h10.5v3H2.75z'),
  board: stroke('M2.75 2.75h10.5v10.5H2.75zM6.25 2.75v10.5M9.75 2.75v10.5'),
  bug: `<rect x="1" y="1" width="14" height="14" rx="3" fill="var(--ds-icon-accent-red)"/><circle cx="8" cy="8" r="3" fill="var(--ds-icon-inverse)"/>`,
  check: stroke('M3 8.5l3.25 3.25L13 4.75'),
  'chevron-down': stroke('M4 6l4 4 4-4'),
  'chevron-left': stroke('M10 4L6 8l4 4'),
  'chevron-right': stroke('M6 4l4 4-4 4'),
  clock: `<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5"/>${stroke('M8 4.5V8l2.25 1.75')}`,
  cross: stroke('M3.75 3.75l8.5 8.5M12.25 3.75l-8.5 8.5'),
  error: `<path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" fill="currentColor"/><path d="M8 4.5v4M8 11.2v.1" stroke="var(--flag-hole)" stroke-width="1.6" stroke-linecap="round"/>`,
  improvement: `<rect x="1" y="1" width="14" height="14" rx="3" fill="var(--ds-icon-accent-green)"/><path d="M8 11.5v-7M5 7.3l3-2.9 3 2.9" fill="none" stroke="var(--ds-icon-inverse)" stroke-width="1.7"/>`,
  info: `<circle cx="8" cy="8" r="6.5" fill="currentColor"/><path d="M8 7.5v3.7M8 4.8v.1" stroke="var(--flag-hole)" stroke-width="1.6" stroke-linecap="round"/>`,
  issues: stroke('M5.75 4h7.5M5.75 8h7.5M5.75 12h7.5') + dot(3, 4) + dot(3, 8) + dot(3, 12),
  link: stroke('M6.5 9.5l3-3M7 4.5l1.2-1.2a2.83 2.83 0 014 4L11 8.5M9 11.5l-1.2 1.2a2.83 2.83 0 01-4-4L5 7.5'),
  mail: stroke('M2 3.75h12v8.5H2zM2.5 4.25L8 8.75l5.5-4.5'),
  menu: stroke('M2.75 4h10.5M2.75 8h10.5M2.75 12h10.5'),
  meter: stroke('M2 12.5a6 6 0 1112 0M8 12.25l2.75-4'),
  moon: stroke('M13.25 9.5A5.75 5.75 0 016.5 2.75a5.5 5.5 0 106.75 6.75z'),
  mark: stroke('M3.5 12V8.5M8 12V4M12.5 12V6.5'),
  more: dot(3, 8, 1.25) + dot(8, 8, 1.25) + dot(13, 8, 1.25),
  'new-window': stroke('M9.25 2.75h4v4M13 3L7.5 8.5M6.5 3.75H3.25v9h9V9.5'),
  search: `<circle cx="7" cy="7" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5"/>${stroke('M10.25 10.25l3.25 3.25')}`,
  sidebar: stroke('M2 3h12v10H2zM6 3v10'),
  story: `<rect x="1" y="1" width="14" height="14" rx="3" fill="var(--ds-icon-accent-green)"/><path d="M5 4h6v8L8 9.7 5 12z" fill="var(--ds-icon-inverse)"/>`,
  subtask: `<rect x="1" y="1" width="14" height="14" rx="3" fill="var(--ds-icon-accent-blue)"/><path d="M4.2 4.2h4.2v4.2H4.2zM7.6 7.6h4.2v4.2H7.6z" fill="none" stroke="var(--ds-icon-inverse)" stroke-width="1.3"/>`,
  success: `<circle cx="8" cy="8" r="6.5" fill="currentColor"/><path d="M5 8.2l2.1 2.1L11 6.2" fill="none" stroke="var(--flag-hole)" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>`,
  sun: `<circle cx="8" cy="8" r="3" fill="none" stroke="currentColor" stroke-width="1.5"/>${stroke('M8 1.25v1.5M8 13.25v1.5M1.25 8h1.5M13.25 8h1.5M3.25 3.25l1 1M11.75 11.75l1 1M12.75 3.25l-1 1M4.25 11.75l-1 1')}`,
  task: `<rect x="1" y="1" width="14" height="14" rx="3" fill="var(--ds-icon-accent-blue)"/><path d="M4.7 8.2l2.3 2.3 4.3-4.7" fill="none" stroke="var(--ds-icon-inverse)" stroke-width="1.7"/>`,
  warning: `<path d="M8 1.5l7 12.5H1z" fill="currentColor" stroke="currentColor" stroke-linejoin="round"/><path d="M8 6v4M8 12v.1" stroke="var(--flag-hole)" stroke-width="1.6" stroke-linecap="round"/>`,
} as const;

export type IconName = keyof typeof iconPaths;
