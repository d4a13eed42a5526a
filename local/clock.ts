import type { Meta } from './store/meta';
import type { SiteClock } from './types';

const META_OFFSET = 'clock.offsetMs';

/** The site's clock: the machine's plus an offset that only grows. */
export interface MovableClock extends SiteClock {
  /** Moves site time to `at` (milliseconds); earlier times are ignored. */
  moveTo(at: number): void;
}

/** Site time that survives a restart: the offset lies in the store. */
export function createClock(meta: Meta): MovableClock {
  let offset = meta.read<number>(META_OFFSET, 0);
  const now = (): number => Date.now() + offset;
  return {
    now,
    moveTo(at) {
      const ahead = at - now();
      if (ahead <= 0) return;
      offset += ahead;
      meta.write(META_OFFSET, offset);
    },
  };
}
