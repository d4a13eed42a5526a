import type { Anonymity } from './retro';
import type { VoteLimits } from './ballot';
import { VOTING_DEFAULTS } from './voting';
import { defaultTeamId } from './ids';

/** Where new issues of the team go, and what they look like. */
export interface FilingDefaults {
  /** Id of the issue type; empty: the project's "Task", else its first. */
  issueType: string;
  labels: string[];
  placement: 'sprint' | 'backlog';
}

/** The people a series of retros belongs to. A retro belongs to a team from the first key on. */
export interface Team {
  v: 1;
  id: string;
  projectId: string;
  name: string;
  members: string[];
  /** Ids of the Jira boards the team works with. */
  jiraBoards: number[];
  defaults: { format: string; anonymity: Anonymity; votes: VoteLimits };
  filing: FilingDefaults;
  /** IANA name; used for people whose own time zone Jira does not show. */
  timeZone: string;
  agreement: string;
}

export const TEAM_NAME_MAX = 60;
export const AGREEMENT_MAX = 2000;
export const MEMBERS_MAX = 200;

/** The team a project has before anybody set one up: it has the project's name and the site's zone. */
export function firstTeam(projectId: string, name: string, timeZone: string): Team {
  return newTeam(defaultTeamId(projectId), projectId, name, timeZone);
}

/** A team with the defaults of a new one. */
export function newTeam(id: string, projectId: string, name: string, timeZone: string): Team {
  return {
    v: 1,
    id,
    projectId,
    name,
    members: [],
    jiraBoards: [],
    defaults: { format: 'continue-stop-start', anonymity: 'anonymous', votes: VOTING_DEFAULTS },
    filing: { issueType: '', labels: ['retrospective'], placement: 'sprint' },
    timeZone,
    agreement: '',
  };
}

/** The team with people added: sorted, each once, so that the list tells nothing about who came when. */
export function withMembers(team: Team, accounts: readonly string[]): Team {
  return { ...team, members: [...new Set([...team.members, ...accounts])].sort().slice(0, MEMBERS_MAX) };
}
