import { useEffect, useState } from 'react';
import type { Timer } from '#domain/timer';
import { remaining } from '#domain/timer';
import { useSession, useView } from '../../session/use-view';

export interface Countdown {
  timer: Timer;
  /** Milliseconds left. */
  left: number;
  state: 'running' | 'paused' | 'over';
}

/** The retro's timer against the server's clock, so that a wrong clock on this machine does not matter. */
export function useCountdown(): Countdown | null {
  const session = useSession();
  const timer = useView((view) => view.head.timer);
  const [, setTick] = useState(0);
  const left = timer ? remaining(timer, session.serverNow()) : 0;
  const runs = timer !== null && timer.endsAt !== null && left > 0;

  useEffect(() => {
    if (!runs) return undefined;
    // Wakes when the shown second changes: no drift, one drawing a second.
    const untilNext = left % 1000 || 1000;
    const wake = setTimeout(() => setTick((tick) => tick + 1), Math.min(untilNext + 5, 1000));
    return () => clearTimeout(wake);
  });

  if (!timer) return null;
  if (timer.endsAt === null) return { timer, left, state: 'paused' };
  return { timer, left, state: left > 0 ? 'running' : 'over' };
}
