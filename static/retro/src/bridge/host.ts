import { view } from '@forge/bridge';

/** Where the page is and for whom, as Jira says. */
export interface HostContext {
  accountId: string;
  /** Without a slash at its end; '' where the host does not say. */
  siteUrl: string;
  projectId: string;
  projectKey: string;
  locale: string;
  timeZone: string;
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** What Jira tells the page about itself and its viewer. */
export async function hostContext(): Promise<HostContext> {
  const context = await view.getContext();
  const extension = context.extension as { project?: { id?: unknown; key?: unknown } };
  return {
    accountId: text(context.accountId),
    siteUrl: text(context.siteUrl).replace(/\/$/, ''),
    projectId: text(extension.project?.id),
    projectKey: text(extension.project?.key),
    locale: text(context.locale) || 'en-US',
    timeZone: text(context.timezone) || 'UTC',
  };
}

/** Jira sets the theme's attributes and tokens on this document, and keeps them up to date. */
export const enableTheme = (): Promise<void> => view.theme.enable();

/** The part of the address bar that belongs to the app. Paths start with '/'. */
export interface HostHistory {
  location: { pathname: string; search: string };
  push(path: string): void;
  replace(path: string): void;
  listen(listener: (location: { pathname: string; search: string }) => void): () => void;
  createHref(location: { pathname: string; search?: string }): string;
}

/** The app's history inside Jira's address, so that links to a retro survive a reload. */
export async function hostHistory(): Promise<HostHistory> {
  const history = await view.createHistory();
  return {
    get location() {
      return history.location;
    },
    push: (path) => history.push(path),
    replace: (path) => history.replace(path),
    // History 4 hands over the location, history 5 an update that holds it; the host decides which it is.
    listen: (listener) => history.listen((update: unknown) => listener(locationOf(update))),
    createHref: (location) => history.createHref({ search: '', hash: '', state: undefined, ...location }),
  };
}

function locationOf(update: unknown): { pathname: string; search: string } {
  const outer = update as { location?: unknown };
  const location = (outer.location ?? update) as { pathname?: unknown; search?: unknown };
  return { pathname: text(location.pathname), search: text(location.search) };
}

export const setTitle = (title: string): Promise<void> => view.changeWindowTitle(title);
