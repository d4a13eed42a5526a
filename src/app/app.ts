/** Everything a use case may need, handed in by the assembly (src/index.ts, tests, bench). */
import type { Records } from './ports/records';
import type { Access, Broadcast, Clock, Hashes, Ids } from './ports/surroundings';
import type { IssueTracker } from './ports/jira';

export interface App {
  records: Records;
  broadcast: Broadcast;
  access: Access;
  clock: Clock;
  ids: Ids;
  hashes: Hashes;
  jira: IssueTracker;
  /** Facts for the log: codes, counts, ids of records. Never texts, names or accounts. */
  log(event: string, facts: Record<string, string | number | boolean>): void;
}

/** The person behind an invocation, as the platform names it. Never taken from a payload. */
export interface Caller {
  accountId: string;
  /** The project page the call came from; a hint until access to it is checked. */
  projectId: string | null;
}
