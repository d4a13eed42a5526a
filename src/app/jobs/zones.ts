import type { Team } from '#domain/team';
import type { App } from '../app';
import { teamKey } from '../live/keys';
import { recordName } from '../ports/records';
import { isZone } from './calendar';

export interface Zones {
  /** The zone a person lives in as Jira shows it, else their team's. Throws `JiraFailure` when Jira does not answer. */
  of(accountId: string, teamId: string): Promise<string>;
}

/** Zones for one run: each person and team is asked for once. */
export function zonesOf(app: App): Zones {
  const people = new Map<string, Promise<string | null>>();
  const teams = new Map<string, Promise<string>>();

  const teamZone = async (teamId: string): Promise<string> => {
    const stored = (await app.records.readMany([teamKey(teamId)])).get(recordName(teamKey(teamId)));
    const zone = (stored?.body as Team | undefined)?.timeZone ?? '';
    return isZone(zone) ? zone : 'UTC';
  };

  const once = <T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> => {
    const answer = known.get(key) ?? ask();
    known.set(key, answer);
    return answer;
  };

  return {
    async of(accountId, teamId) {
      const own = await once(people, accountId, () => app.jira.timeZoneOf(accountId));
      return own !== null && isZone(own) ? own : once(teams, teamId, () => teamZone(teamId));
    },
  };
}
