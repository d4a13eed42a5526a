/** Changing a team's settings, or adding a team to a project. */
import type { Answer } from '#contract/api';
import { acceptSaveTeam } from '#contract/validate-home';
import { teamAbilities } from '#domain/team-abilities';
import { formatById } from '#domain/format';
import type { Result } from '#domain/result';
import { ok, refuse } from '#domain/result';
import type { Team } from '#domain/team';
import { AGREEMENT_MAX, TEAM_NAME_MAX, newTeam, withMembers } from '#domain/team';
import { acceptLine, acceptText, cleanText } from '#domain/text';
import type { App, Caller } from '../app';
import { isZone } from '../jobs/calendar';
import { answering } from '../jira/answer';
import { teamKey } from '../live/keys';
import { recordName } from '../ports/records';
import type { LoadedTeam } from './load-team';
import { loadTeam, teamAttributes, writtenTeam } from './load-team';

type TeamChange = Parameters<typeof changed>[1];

const ATTEMPTS = 4;

/** Saves what the request names and leaves the rest; a repeat of a creation gives the same team. */
export async function saveTeam(app: App, caller: Caller, raw: unknown): Promise<Answer<{ team: Team }>> {
  const request = acceptSaveTeam(raw);
  if (!request.ok) return request;
  const { team: change, create } = request.value;
  return answering(app, async () => {
    if (create && change.id.startsWith('t')) {
      const made = await createTeam(app, caller, change.id, change.name ?? '');
      if (!made.ok) return made;
    }
    for (let n = 0; n < ATTEMPTS; n += 1) {
      const loaded = await loadTeam(app, caller, change.id);
      if (!loaded.ok) return loaded;
      if (!teamAbilities(loaded.value.team, caller.accountId).changeTeam) return refuse('access/denied');
      const next = changed(loaded.value.team, change);
      if (!next.ok) return next;
      if (await write(app, loaded.value, next.value)) return { ok: true, team: next.value };
    }
    return refuse('conflict/try-again');
  });
}

/** A further team of the page's project; its first member is who made it. */
async function createTeam(app: App, caller: Caller, id: string, rawName: string): Promise<Result<true>> {
  const first = await loadTeam(app, caller, undefined);
  if (!first.ok) return first;
  const name = acceptLine(rawName, TEAM_NAME_MAX);
  if (!name.ok) return name;
  // The first team is listed beside the others, so from now on it is stored as they are.
  await writtenTeam(app, first.value);
  const { projectId, timeZone } = first.value.team;
  const team = withMembers(newTeam(id, projectId, name.value, timeZone), [caller.accountId]);
  const at = teamKey(id);
  if (await app.records.create(at, { rev: 1, body: team, attributes: teamAttributes(team) })) return ok(true);
  const stored = (await app.records.readMany([at], 'strict')).get(recordName(at));
  return (stored?.body as Team | undefined)?.projectId === projectId ? ok(true) : refuse('access/not-found');
}

async function write(app: App, loaded: LoadedTeam, team: Team): Promise<boolean> {
  const at = teamKey(team.id);
  const record = { rev: loaded.rev + 1, body: team, attributes: teamAttributes(team) };
  if (loaded.rev === 0) return app.records.create(at, record);
  return (await app.records.commit([{ op: 'set', at, ifRev: loaded.rev, record }])) === 'done';
}

type Fields = Pick<Team, 'name' | 'members' | 'jiraBoards' | 'defaults' | 'filing' | 'timeZone' | 'agreement'>;

/** The team with the change; refused `text/*` for name and agreement, `payload/invalid` for what no list offers. */
export function changed(team: Team, change: { [Name in keyof Fields]?: Fields[Name] | undefined }): Result<Team> {
  const next: Team = { ...team };
  if (change.name !== undefined) {
    const name = acceptLine(change.name, TEAM_NAME_MAX);
    if (!name.ok) return name;
    next.name = name.value;
  }
  if (change.agreement !== undefined) {
    const agreement = cleanText(change.agreement) === '' ? ok('') : acceptText(change.agreement, AGREEMENT_MAX);
    if (!agreement.ok) return agreement;
    next.agreement = agreement.value;
  }
  if (change.timeZone !== undefined && !isZone(change.timeZone)) return refuse('payload/invalid', { at: 'timeZone' });
  if (change.defaults && !defaultsFit(change.defaults)) return refuse('payload/invalid', { at: 'defaults' });
  return ok(withLists(next, change));
}

const defaultsFit = ({ format, votes }: Team['defaults']): boolean =>
  formatById(format) !== undefined && votes.perTopic <= votes.budget;

function withLists(team: Team, change: TeamChange): Team {
  const next = { ...team };
  if (change.timeZone !== undefined) next.timeZone = change.timeZone;
  if (change.defaults) next.defaults = change.defaults;
  if (change.filing) next.filing = { ...change.filing, labels: [...new Set(change.filing.labels)] };
  if (change.jiraBoards) next.jiraBoards = [...new Set(change.jiraBoards)];
  if (change.members) next.members = withMembers({ ...next, members: [] }, change.members).members;
  return next;
}
