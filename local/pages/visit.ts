import type { Context } from 'hono';
import type { SitePort, SiteProject, SiteUser } from '../types';

/** One request of one person for one page: who looks, and Jira as that person sees it. */
export interface Visit {
  site: SitePort;
  me: SiteUser;
  /** Path and query of this request. */
  url: URL;
  /** A path of this site that keeps the person. */
  link(path: string): string;
  /** Jira's answer to a GET as this person; undefined for anything but 2xx. */
  read<T>(path: string): Promise<T | undefined>;
}

/** Adds (or replaces) the person in a path of this site. */
export function linkAs(path: string, accountId: string): string {
  const url = new URL(path, 'http://site');
  url.searchParams.set('as', accountId);
  return url.pathname + url.search + url.hash;
}

/** The person named by `?as=` (account id or e-mail), if the site has them. */
export function findPerson(site: SitePort, as: string | undefined): SiteUser | undefined {
  return site.users().find((user) => user.accountId === as || (as !== undefined && user.emailAddress === as));
}

/** Opens a visit; undefined when the address does not say who is looking. */
export function visitOf(site: SitePort, c: Context): Visit | undefined {
  const me = findPerson(site, c.req.query('as'));
  if (!me) return undefined;
  return {
    site,
    me,
    url: new URL(c.req.url),
    link: (path) => linkAs(path, me.accountId),
    read: async <T>(path: string) => {
      const response = await site.jira(me.accountId, { method: 'GET', path });
      return response.ok ? ((await response.json()) as T) : undefined;
    },
  };
}

/** The project whose sidebar a page of the site keeps (`?project=`), if this person may browse it. */
export function keptProject(visit: Visit): SiteProject | undefined {
  const project = visit.site.project(visit.url.searchParams.get('project') ?? '');
  return project && visit.site.can(visit.me.accountId, 'BROWSE_PROJECTS', project.key) ? project : undefined;
}
