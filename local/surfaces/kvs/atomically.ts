import type { Store } from '../../types';

/** Runs synchronous work in one database transaction; inner calls join the outer one. `onRollback` drops what was remembered. */
export function createAtomically(store: Store, onRollback: () => void): <T>(work: () => T) => T {
  let isOpen = false;
  return (work) => {
    if (isOpen) return work();
    isOpen = true;
    store.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      store.exec('COMMIT');
      return result;
    } catch (error) {
      store.exec('ROLLBACK');
      onRollback();
      throw error;
    } finally {
      isOpen = false;
    }
  };
}
