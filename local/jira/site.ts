import type { JiraDeps, ProductEvent, SiteClock } from '../types';
import type { Sql } from './sql';

/** What every part of the small Jira works on. */
export interface Site {
  sql: Sql;
  clock: SiteClock;
  url(): string;
  indexLagMs(): number;
  entityProperties: JiraDeps['entityProperties'];
  /** Product events of the request under way; emitted after its commit. */
  events: ProductEvent[];
}

/** Who carries out a request, after authentication. */
export interface Actor {
  accountId: string;
  kind: 'user' | 'app' | 'anonymous';
  /** True when a function of the app did it: events then say `selfGenerated`. */
  selfGenerated: boolean;
}

/** The site's own time zone: timestamps are written in it, whatever the reader's zone is. */
export const SITE_ZONE = 'Europe/Berlin';

/** The next number of a never-reused sequence, starting at `first`. */
export function nextNumber(site: Site, name: string, first: number): number {
  site.sql.run(
    'INSERT INTO jira_sequence (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + 1',
    name,
    first,
  );
  return site.sql.first<{ value: number }>('SELECT value FROM jira_sequence WHERE name = ?', name)?.value ?? first;
}
