import { createContext, useContext, useSyncExternalStore } from 'react';
import { must } from '#domain/assert';
import type { RetroView, Session } from './types';

/** Who draws the retro provides its session here. */
export const SessionContext = createContext<Session | null>(null);

/** The session of the retro being drawn. */
export const useSession = (): Session => must(useContext(SessionContext), 'SessionContext');

/**
 * A part of the view; draws again when the selected value changes its identity. The selector must answer a part of the view
 * or something memoised on such a part, and must not walk through the items.
 */
export function useView<T>(selector: (view: RetroView) => T): T {
  const session = useSession();
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => selector(session.view()),
  );
}
