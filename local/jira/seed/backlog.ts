/** Who and what by position in PEOPLE and by the names of config tables: the demo issues of the Sunrise project. */
export interface SeedIssue {
  type: string;
  summary: string;
  text?: string;
  status: 'To Do' | 'In Progress' | 'Done';
  sprint?: 'closed' | 'active' | 'future';
  assignee?: number;
  reporter: number;
  points?: number;
  priority?: string;
  labels?: string[];
  /** Days from the first start of the site. */
  due?: number;
  impact?: string;
  /** Days before the first start of the site. */
  createdAgo: number;
}

export const SUN_ISSUES: SeedIssue[] = [
  {
    type: 'Story',
    summary: 'Show the panel yield of the last 24 hours',
    status: 'Done',
    sprint: 'closed',
    assignee: 1,
    reporter: 0,
    points: 5,
    createdAgo: 34,
    text: 'As a home owner I want to see what my panels gave since yesterday.',
  },
  {
    type: 'Bug',
    summary: 'Yield chart is empty for accounts created today',
    status: 'Done',
    sprint: 'closed',
    assignee: 3,
    reporter: 4,
    priority: 'High',
    createdAgo: 31,
  },
  {
    type: 'Task',
    summary: 'Move image builds to the shared runner',
    status: 'Done',
    sprint: 'closed',
    assignee: 4,
    reporter: 0,
    points: 3,
    labels: ['build'],
    createdAgo: 30,
  },
  {
    type: 'Story',
    summary: 'Warn when an inverter has been silent for an hour',
    status: 'Done',
    sprint: 'closed',
    assignee: 2,
    reporter: 0,
    points: 8,
    createdAgo: 28,
  },
  {
    type: 'Story',
    summary: 'Let installers hand a site over to its owner',
    status: 'In Progress',
    sprint: 'active',
    assignee: 1,
    reporter: 0,
    points: 5,
    createdAgo: 20,
    due: 4,
    text: 'Ownership moves with one confirmation from each side.',
  },
  {
    type: 'Bug',
    summary: 'Time zone of the site is ignored in the weekly report',
    status: 'In Progress',
    sprint: 'active',
    assignee: 3,
    reporter: 5,
    priority: 'High',
    createdAgo: 12,
  },
  {
    type: 'Task',
    summary: 'Upgrade the map library',
    status: 'To Do',
    sprint: 'active',
    assignee: 4,
    reporter: 0,
    points: 2,
    labels: ['upkeep'],
    createdAgo: 11,
  },
  {
    type: 'Story',
    summary: 'Compare this month with the same month last year',
    status: 'To Do',
    sprint: 'active',
    assignee: 2,
    reporter: 0,
    points: 3,
    createdAgo: 10,
  },
  {
    type: 'Bug',
    summary: 'Password reset mail arrives twice',
    status: 'Done',
    sprint: 'active',
    assignee: 5,
    reporter: 2,
    createdAgo: 9,
  },
  {
    type: 'Task',
    summary: 'Write down how we rotate on-call',
    status: 'To Do',
    sprint: 'active',
    reporter: 0,
    labels: ['team'],
    createdAgo: 8,
    due: 9,
  },
  {
    type: 'Story',
    summary: 'Export a year of readings as CSV',
    status: 'To Do',
    sprint: 'future',
    assignee: 5,
    reporter: 0,
    points: 5,
    createdAgo: 7,
  },
  {
    type: 'Story',
    summary: 'Invite a second owner to a site',
    status: 'To Do',
    sprint: 'future',
    reporter: 0,
    points: 8,
    createdAgo: 6,
  },
  {
    type: 'Improvement',
    summary: 'Review pull requests within one working day',
    status: 'To Do',
    assignee: 2,
    reporter: 1,
    impact: 'High',
    labels: ['team'],
    createdAgo: 13,
  },
  {
    type: 'Bug',
    summary: 'Tooltip covers the last bar on narrow screens',
    status: 'To Do',
    reporter: 5,
    priority: 'Low',
    createdAgo: 5,
  },
  {
    type: 'Task',
    summary: 'Delete the old feature flags',
    status: 'To Do',
    reporter: 4,
    labels: ['upkeep'],
    createdAgo: 3,
  },
];

export const MOON_ISSUES: SeedIssue[] = [
  {
    type: 'Task',
    summary: 'Sketch the night mode of the dashboard',
    status: 'In Progress',
    assignee: 6,
    reporter: 0,
    createdAgo: 14,
  },
  {
    type: 'Task',
    summary: 'Interview three installers about night work',
    status: 'To Do',
    assignee: 1,
    reporter: 0,
    createdAgo: 9,
    due: 6,
  },
  { type: 'Bug', summary: 'Battery level shows 101 %', status: 'Done', assignee: 3, reporter: 6, createdAgo: 6 },
];
