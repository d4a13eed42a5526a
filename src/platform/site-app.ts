/** The app over the real platform, for one invocation. Keeps nothing between two: warm processes serve many sites. */
import type { App } from '#app/app';
import { jiraAccess } from './jira/access';
import { issueTracker } from './jira/issue-tracker';
import { kvsRecords } from './kvs/records';
import { realtimeBroadcast } from './realtime-publisher';
import { systemClock, systemHashes, systemIds } from './system';

/** `siteUrl`: of the resolver's context; null for schedules and events. */
export const siteApp = (siteUrl: string | null): App => ({
  records: kvsRecords,
  broadcast: realtimeBroadcast,
  access: jiraAccess,
  clock: systemClock,
  ids: systemIds,
  hashes: systemHashes,
  jira: issueTracker(siteUrl),
  log: (event, facts) => {
    // eslint-disable-next-line no-console -- the platform's log is the console
    console.log(JSON.stringify({ event, ...facts }));
  },
});
