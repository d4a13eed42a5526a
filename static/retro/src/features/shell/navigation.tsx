import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react';
import type { Route } from '../../routes';
import { parseRoute, pathOf } from '../../routes';
import { usePage } from './page';

const RouteContext = createContext<Route>({ name: 'home' });

/** Follows the page's address; everything below may ask `useRoute`. */
export function Navigation({ children }: { children: ReactNode }): ReactNode {
  const { address } = usePage();
  const snapshot = useCallback(() => {
    const { path, search } = address.current();
    return `${path}${search}`;
  }, [address]);
  const at = useSyncExternalStore(address.listen, snapshot, snapshot);
  const route = useMemo(() => {
    const [path = '/', search = ''] = at.split('?');
    return parseRoute(path, search);
  }, [at]);
  return <RouteContext.Provider value={route}>{children}</RouteContext.Provider>;
}

export const useRoute = (): Route => useContext(RouteContext);

/** How to go somewhere; `replace` leaves no step back. */
export function useGo(): (route: Route, how?: 'push' | 'replace') => void {
  const { address } = usePage();
  return useCallback((route, how = 'push') => address[how](pathOf(route)), [address]);
}

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: Route;
}

/** A link inside the page: a plain click stays here, a modified one opens Jira's own address of it. */
export function RouteLink({ to, onClick, children, ...rest }: Props): ReactNode {
  const { address } = usePage();
  const go = useGo();
  const click = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a {...rest} href={address.linkTo(pathOf(to))} target="_top" onClick={click}>
      {children}
    </a>
  );
}
