import { JiraError } from './errors';
import type { Method } from './operation';

/**
 * Jira's own limits for apps. Source of every number:
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ (read 2026-10-09).
 */
export interface JiraLimits {
  /** Points an app may spend in one hour of UTC, over all its sites (tier 1). */
  pointsPerHour: number;
  /** Size and refill of the token bucket of one endpoint and method. */
  burstPerSecond: Record<Method, number>;
  /** Writes to one issue: at most `writes` within `ms`. */
  perIssueWrites: { writes: number; ms: number }[];
}

export const DOCUMENTED_LIMITS: JiraLimits = {
  pointsPerHour: 65_000,
  burstPerSecond: { GET: 100, POST: 100, PUT: 50, DELETE: 50 },
  perIssueWrites: [
    { writes: 20, ms: 2_000 },
    { writes: 100, ms: 30_000 },
  ],
};

const HOUR = 3_600_000;

type Reason = 'jira-quota-global-based' | 'jira-burst-based' | 'jira-per-issue-on-write';

function tooMany(reason: Reason, limit: number, waitMs: number, now: number): JiraError {
  return new JiraError(
    429,
    { errorMessages: ['Rate limit exceeded.'], errors: {} },
    {
      'Retry-After': String(Math.max(1, Math.ceil(waitMs / 1000))),
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': new Date(now + waitMs).toISOString(),
      'RateLimit-Reason': reason,
    },
  );
}

export interface Meter {
  /** Refuses (429) when the hour's points or the endpoint's bucket are used up. */
  admit(limits: JiraLimits, endpoint: { method: Method; path: string }, exempt: boolean): void;
  /** Refuses (429) when this issue was written too often just now. */
  admitIssueWrite(limits: JiraLimits, issue: string): void;
  spend(points: number): void;
  /** All points spent since the site started. */
  total(): number;
  /** Headers of a metered answer. */
  headers(limits: JiraLimits): Record<string, string>;
}

/** Counts what Jira counts, on the site's clock. */
export function createMeter(now: () => number): Meter {
  let total = 0;
  let hour = { start: 0, points: 0 };
  const buckets = new Map<string, { tokens: number; at: number }>();
  const writes = new Map<string, number[]>();
  const thisHour = (): typeof hour => {
    const start = now() - (now() % HOUR);
    if (hour.start !== start) hour = { start, points: 0 };
    return hour;
  };
  return {
    admit(limits, { method, path }, exempt) {
      const rate = limits.burstPerSecond[method];
      const bucket = buckets.get(`${method} ${path}`) ?? { tokens: rate, at: now() };
      const tokens = Math.min(rate, bucket.tokens + ((now() - bucket.at) / 1000) * rate);
      if (tokens < 1) throw tooMany('jira-burst-based', rate, ((1 - tokens) / rate) * 1000, now());
      if (!exempt && thisHour().points >= limits.pointsPerHour)
        throw tooMany('jira-quota-global-based', limits.pointsPerHour, thisHour().start + HOUR - now(), now());
      buckets.set(`${method} ${path}`, { tokens: tokens - 1, at: now() });
    },
    admitIssueWrite(limits, issue) {
      const past = writes.get(issue) ?? [];
      for (const { writes: most, ms } of limits.perIssueWrites) {
        const recent = past.filter((at) => at > now() - ms);
        if (recent.length >= most)
          throw tooMany('jira-per-issue-on-write', most, (recent[0] ?? now()) + ms - now(), now());
      }
      const longest = Math.max(...limits.perIssueWrites.map(({ ms }) => ms));
      writes.set(issue, [...past.filter((at) => at > now() - longest), now()]);
    },
    spend(points) {
      total += points;
      thisHour().points += points;
    },
    total: () => total,
    headers(limits) {
      const left = Math.max(0, limits.pointsPerHour - thisHour().points);
      const seconds = Math.ceil((thisHour().start + HOUR - now()) / 1000);
      return {
        'RateLimit-Policy': `"global-app-quota";q=${limits.pointsPerHour};w=3600`,
        // The remaining quota is told only past some 80 % of it.
        ...(left < limits.pointsPerHour * 0.2
          ? { RateLimit: `"global-app-quota";r=${left};t=${seconds}`, 'X-RateLimit-NearLimit': 'true' }
          : {}),
      };
    },
  };
}

/** The documented price of a request: 1, plus what was read (1 a core object, 2 an identity object); every write is 1. */
export function priceOf(writes: boolean, read: { core: number; identity: number }): number {
  return writes ? 1 : 1 + read.core + 2 * read.identity;
}
