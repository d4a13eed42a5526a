import type { Team } from '#domain/team';
import { TEAM_NAME_MAX } from '#domain/team';
import { acceptLine, cleanText } from '#domain/text';
import type { TypedVotes } from '../home/votes-fields';
import { readVotes, typedVotes } from '../home/votes-fields';

/** A team's settings as they are typed. */
export interface TeamDraft {
  name: string;
  agreement: string;
  timeZone: string;
  members: string[];
  format: string;
  anonymity: Team['defaults']['anonymity'];
  votes: TypedVotes;
  issueType: string;
  labels: string;
  placement: Team['filing']['placement'];
  jiraBoards: number[];
}

/** The settings as a form shows them. */
export const draftOf = (team: Team): TeamDraft => ({
  name: team.name,
  agreement: team.agreement,
  timeZone: team.timeZone,
  members: team.members,
  format: team.defaults.format,
  anonymity: team.defaults.anonymity,
  votes: typedVotes(team.defaults.votes),
  issueType: team.filing.issueType,
  labels: team.filing.labels.join(' '),
  placement: team.filing.placement,
  jiraBoards: team.jiraBoards,
});

export interface DraftProblems {
  name: boolean;
  timeZone: boolean;
  votes: boolean;
}

/** Zones this browser knows, the given one among them. */
export function knownTimeZones(own: string): string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return [...new Set([...zones, 'UTC', own])].filter(Boolean).sort();
}

/** What of the draft cannot be saved. */
export const problemsOf = (draft: TeamDraft): DraftProblems => ({
  name: !acceptLine(draft.name, TEAM_NAME_MAX).ok,
  timeZone: draft.timeZone === '',
  votes: readVotes(draft.votes) === null,
});

type TeamChange = Pick<Team, 'name' | 'members' | 'jiraBoards' | 'defaults' | 'filing' | 'timeZone' | 'agreement'>;

/** The settings to save; null while something cannot be saved. */
export function changeOf(draft: TeamDraft): TeamChange | null {
  const name = acceptLine(draft.name, TEAM_NAME_MAX);
  const votes = readVotes(draft.votes);
  if (!name.ok || !votes || draft.timeZone === '') return null;
  const labels = [...new Set(draft.labels.split(/[\s,]+/).filter(Boolean))];
  return {
    name: name.value,
    agreement: cleanText(draft.agreement),
    timeZone: draft.timeZone,
    members: draft.members,
    jiraBoards: draft.jiraBoards,
    defaults: { format: draft.format, anonymity: draft.anonymity, votes },
    filing: { issueType: draft.issueType, labels, placement: draft.placement },
  };
}
