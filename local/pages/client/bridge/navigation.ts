import { asMe, pageData } from '../page-data';

export interface Destination {
  url?: string;
  target?: string;
  type?: 'same-tab' | 'new-tab';
  [parameter: string]: unknown;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function modulePath(to: Destination): string {
  const template = pageData.modulePaths[text(to['moduleKey'])];
  if (!template) throw new Error(`There is no module '${text(to['moduleKey'])}' to navigate to`);
  const base = template.replace('{KEY}', text(to['projectKey']) || (pageData.projectKey ?? ''));
  const path = text(to['path']);
  return path === '' || path === '/' ? base : `${base}/${path.replace(/^\/+/, '')}`;
}

/** Paths of this site per NavigationTarget; Confluence's targets have none, as on a site without Confluence. */
const targets: Record<string, (to: Destination) => string> = {
  module: modulePath,
  issue: (to) => `/browse/${encodeURIComponent(text(to['issueKey']))}`,
  userProfile: (to) => `/jira/people/${encodeURIComponent(text(to['accountId']))}`,
  dashboard: (to) => `/jira/dashboards/${encodeURIComponent(text(to['dashboardId']))}`,
  projectSettingsDetails: (to) =>
    `/jira/software/projects/${encodeURIComponent(text(to['projectKey']))}/settings/details`,
};

/** The absolute address of a destination; throws for a target this site lacks and for schemes other than http(s). */
export function addressOf(to: Destination): string {
  const path = to.target === undefined ? text(to.url) : targets[to.target]?.(to);
  if (path === undefined) throw new Error(`Navigation target '${text(to.target)}' does not exist in Jira`);
  const url = new URL(path, location.origin);
  if (!/^https?:$/.test(url.protocol)) throw new Error(`Navigation to '${url.protocol}' addresses is not allowed`);
  return url.href;
}

/** Goes there in this tab or a new one, staying the same person within the site. */
export function navigate(to: Destination): void {
  const url = asMe(addressOf(to));
  if (to.type === 'new-tab') window.open(url, '_blank', 'noopener');
  else location.assign(url);
}
