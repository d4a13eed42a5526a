import type { KvsError } from './kvs-error';

/** Long enough that transactions sent together do overlap. */
const OVERLAP_MS = 2;

/**
 * Unknown U4: as in the database beneath Forge, a transaction that touches a record another one is just touching fails,
 * even when both only check it.
 */
export function createOverlap(conflict: () => KvsError): (ids: string[], commit: () => void) => Promise<void> {
  const inFlight = new Set<string>();
  return async (ids, commit) => {
    if (ids.some((id) => inFlight.has(id))) throw conflict();
    for (const id of ids) inFlight.add(id);
    try {
      await new Promise((resolve) => setTimeout(resolve, OVERLAP_MS));
      commit();
    } finally {
      for (const id of ids) inFlight.delete(id);
    }
  };
}
