import type { JiraFault, Latency } from '../types';
import { createRandom, type Random } from './random';

/** What a test may ask of POST /local/api/adversary. Whatever is absent is off; probabilities are 0..1. */
export interface AdversaryOptions {
  /** Probability that a broadcast does not reach one subscriber. */
  lose?: number;
  /** Probability that it reaches one subscriber twice. */
  duplicate?: number;
  /** Up to this many milliseconds late, per subscriber. */
  delayMs?: number;
  /** Probability that a broadcast is held back behind the next ones. */
  reorder?: number;
  /** Probability that the answer of an invocation is lost after the function has run. */
  loseAnswers?: number;
  /** Queries see the index as it was up to this many milliseconds ago (true: 2,000). */
  staleQueries?: number | boolean;
  /** Probability that storage or realtime answers 429. */
  throttle?: number | { kvs?: number; realtime?: number };
  /** Probability that a storage write is carried out and answers 500. */
  failAfterCommit?: number;
  latency?: Latency;
  checkConflicts?: boolean;
  /** Batch operations a minute, e.g. 45. */
  batchLimit?: number;
  scheduler?: SchedulerFaults;
  jira?: JiraFault[];
  /** Account ids without network. */
  offline?: string[];
  seed?: number;
  /** False: no rate limits (sizes and shapes are always checked). */
  limits?: boolean;
  /** As the flag --variant. */
  variant?: string;
}

export interface SchedulerFaults {
  /** Probabilities. */
  duplicate?: number;
  miss?: number;
  lateMinutes?: number;
  /** The function dies with its n-th outbound request: carried out, never answered. 0: before the first. */
  crashAt?: number;
}

export type LatencyKind = 'invocationMs' | 'storageMs' | 'broadcastMs';

export interface Adversary {
  options(): AdversaryOptions;
  /** Replaces all options; a seed restarts the randomness. */
  set(options: AdversaryOptions): void;
  random: Random;
  isOffline(accountId: string): boolean;
  /** Milliseconds to wait, drawn anew. */
  latency(kind: LatencyKind): number;
  throttles(surface: 'kvs' | 'realtime'): boolean;
  /** The Jira fault for this request, used up by asking. */
  nextJiraFault(method: string, path: string): JiraFault | undefined;
  /** Site default for rate limits unless an adversary says otherwise. */
  limited(): boolean;
}

const KNOWN_OPTIONS: Record<keyof AdversaryOptions, true> = {
  lose: true,
  duplicate: true,
  delayMs: true,
  reorder: true,
  loseAnswers: true,
  staleQueries: true,
  throttle: true,
  failAfterCommit: true,
  latency: true,
  checkConflicts: true,
  batchLimit: true,
  scheduler: true,
  jira: true,
  offline: true,
  seed: true,
  limits: true,
  variant: true,
};

/** A misspelt fault would make a test pass for nothing. */
function refuseUnknown(options: AdversaryOptions): void {
  const unknown = Object.keys(options).find((name) => !(name in KNOWN_OPTIONS));
  if (unknown)
    throw new RangeError(`The adversary has no option "${unknown}". Known: ${Object.keys(KNOWN_OPTIONS).join(', ')}`);
}

function latencyOf(latency: Latency | undefined, kind: LatencyKind): [number, number] {
  if (typeof latency === 'number') return [latency, latency / 2];
  return latency?.[kind] ?? [0, 0];
}

function matches(fault: JiraFault, method: string, path: string): boolean {
  if (fault.method !== '*' && fault.method.toUpperCase() !== method.toUpperCase()) return false;
  return path.startsWith(fault.path) || new RegExp(fault.path).test(path);
}

/** Everything that can go wrong on purpose; off until asked. */
export function createAdversary(
  limitedByDefault: boolean,
  onChange: (options: AdversaryOptions) => void = () => undefined,
): Adversary {
  let options: AdversaryOptions = {};
  let faults: { fault: JiraFault; left: number }[] = [];
  const random = { current: createRandom(1) };
  return {
    options: () => options,
    set(next) {
      refuseUnknown(next);
      options = next;
      faults = (next.jira ?? []).map((fault) => ({ fault, left: fault.times ?? 1 }));
      if (next.seed !== undefined) random.current = createRandom(next.seed);
      onChange(next);
    },
    random: {
      next: () => random.current.next(),
      chance: (p) => random.current.chance(p),
      around: (mean, spread) => random.current.around(mean, spread),
    },
    isOffline: (accountId) => options.offline?.includes(accountId) ?? false,
    latency: (kind) => random.current.around(...latencyOf(options.latency, kind)),
    throttles(surface) {
      const throttle = options.throttle;
      return random.current.chance(typeof throttle === 'object' ? throttle[surface] : throttle);
    },
    nextJiraFault(method, path) {
      const found = faults.find((entry) => entry.left > 0 && matches(entry.fault, method, path));
      if (found) found.left -= 1;
      return found?.fault;
    },
    limited: () => options.limits ?? limitedByDefault,
  };
}
