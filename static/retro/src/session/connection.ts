import type { Connection } from './types';

/** What the page says of its connection. `failures`: attempts in a row without an answer; `flowing`: events come, none is missing. */
export function connectionOf(failures: number, away: boolean, flowing: boolean): Connection {
  if (away || failures > 1) return 'offline';
  return failures === 0 && flowing ? 'live' : 'catching-up';
}
