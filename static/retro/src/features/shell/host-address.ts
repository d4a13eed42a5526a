import type { Address } from './page';

interface Location {
  pathname: string;
  search: string;
}

/** The part of the host's history an address needs. Across the bridge its methods may answer promises. */
export interface AddressHistory {
  location: Location;
  push(path: string): unknown;
  replace(path: string): unknown;
  listen(listener: (location: Location) => void): unknown;
}

/**
 * The address over the host's history. A move shows at once; what the host then tells (also back and forward) wins.
 * `root` is the whole address of the page's own root, '' where it is not known.
 */
export function createAddress(history: AddressHistory, root: string): Address {
  const listeners = new Set<() => void>();
  const read = ({ pathname, search }: Location): { path: string; search: string } => ({
    path: pathname === '' ? '/' : pathname,
    search,
  });
  let at = read(history.location);

  const arrive = (location: Location): void => {
    const next = read(location);
    if (next.path === at.path && next.search === at.search) return;
    at = next;
    listeners.forEach((listener) => listener());
  };
  const go =
    (how: 'push' | 'replace') =>
    (path: string): void => {
      const [pathname = '/', search] = path.split('?');
      arrive({ pathname, search: search === undefined ? '' : `?${search}` });
      history[how](path);
    };

  history.listen(arrive);
  return {
    current: () => at,
    push: go('push'),
    replace: go('replace'),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    linkTo: (path) => (root === '' ? path : `${root}${path === '/' ? '' : path}`),
  };
}
