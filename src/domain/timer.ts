import type { Result } from './result';
import { ok, refuse } from './result';

/** A countdown by its end in server time; paused, it keeps what is left. Milliseconds. */
export interface Timer {
  endsAt: number | null;
  remainingMs: number | null;
  totalMs: number;
}

export const TIMER_MAX_MS = 4 * 60 * 60 * 1000;
const clamp = (ms: number): number => Math.min(TIMER_MAX_MS, Math.max(0, ms));

/** What a timer still has, at a moment of server time. */
export const remaining = (timer: Timer, now: number): number =>
  timer.endsAt === null ? (timer.remainingMs ?? 0) : Math.max(0, timer.endsAt - now);

/** A new countdown. */
export const startTimer = (ms: number, now: number): Timer => ({
  endsAt: now + clamp(ms),
  remainingMs: null,
  totalMs: clamp(ms),
});

/** Stops the clock and keeps what is left. */
export function pauseTimer(timer: Timer | null, now: number): Result<Timer> {
  if (!timer || timer.endsAt === null) return refuse('timer/not-running');
  return ok({ endsAt: null, remainingMs: remaining(timer, now), totalMs: timer.totalMs });
}

/** Goes on from where it was paused. */
export function resumeTimer(timer: Timer | null, now: number): Result<Timer> {
  if (!timer || timer.endsAt !== null) return refuse('timer/not-running');
  return ok({ endsAt: now + (timer.remainingMs ?? 0), remainingMs: null, totalMs: timer.totalMs });
}

/** More (or less) time, running, over or paused. */
export function extendTimer(timer: Timer | null, ms: number, now: number): Result<Timer> {
  if (!timer) return refuse('timer/not-running');
  const left = clamp(remaining(timer, now) + ms);
  const totalMs = clamp(Math.max(timer.totalMs + ms, left));
  return timer.endsAt === null
    ? ok({ endsAt: null, remainingMs: left, totalMs })
    : ok({ endsAt: now + left, remainingMs: null, totalMs });
}
