import { RETRO_ID, TEAM_ID } from '#domain/ids';

/** The places of the page. Their addresses are permanent: people keep links to them. */
export type Route =
  | { name: 'home'; teamId?: string }
  | { name: 'retro'; retroId: string }
  | { name: 'summary'; retroId: string }
  | { name: 'team'; teamId: string }
  | { name: 'lost' };

const retroRoute = (id: string, rest: string | undefined): Route => {
  if (!RETRO_ID.test(id)) return { name: 'lost' };
  if (rest === undefined) return { name: 'retro', retroId: id };
  return rest === 'summary' ? { name: 'summary', retroId: id } : { name: 'lost' };
};

const homeRoute = (search: string): Route => {
  const teamId = new URLSearchParams(search).get('team') ?? '';
  return TEAM_ID.test(teamId) ? { name: 'home', teamId } : { name: 'home' };
};

const teamRoute = (id: string, rest: string[]): Route =>
  TEAM_ID.test(id) && rest.length === 0 ? { name: 'team', teamId: id } : { name: 'lost' };

/** The place an address within the page names; `search` chooses the team of the home page. */
export function parseRoute(path: string, search = ''): Route {
  const [head, id = '', ...rest] = path.split('/').filter(Boolean);
  if (head === undefined) return homeRoute(search);
  if (head === 'retro' && rest.length < 2) return retroRoute(id, rest[0]);
  return head === 'team' ? teamRoute(id, rest) : { name: 'lost' };
}

/** The address of a place, from the page's root. */
export function pathOf(route: Route): string {
  switch (route.name) {
    case 'home':
      return route.teamId ? `/?team=${route.teamId}` : '/';
    case 'retro':
      return `/retro/${route.retroId}`;
    case 'summary':
      return `/retro/${route.retroId}/summary`;
    case 'team':
      return `/team/${route.teamId}`;
    case 'lost':
      return '/';
  }
}
