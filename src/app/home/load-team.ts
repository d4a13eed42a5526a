import { defaultTeamId } from '#domain/ids';
import type { Result } from '#domain/result';
import { ok, refuse } from '#domain/result';
import type { Team } from '#domain/team';
import { firstTeam } from '#domain/team';
import type { App, Caller } from '../app';
import { teamKey } from '../live/keys';
import type { StoredRecord } from '../ports/records';
import { recordName } from '../ports/records';
import { requireProject } from '../queries/access';

/** A team as it is stored; `rev` 0: it is the project's first one, which nobody has written yet. */
export interface LoadedTeam {
  team: Team;
  rev: number;
}

const SITE_ZONE = 'UTC';

export const teamAttributes = (team: Team): StoredRecord['attributes'] => ({
  projectId: team.projectId,
  name: team.name,
});

/** The project a team's id speaks of, before anything is read: only first teams carry it. */
const projectOfFirstTeam = (teamId: string): string | null => (teamId.startsWith('p') ? teamId.slice(1) : null);

/**
 * A team of a project the caller may browse; without id the first one of the page's project. A project's first team
 * exists without being stored. Missing and invisible are the same refusal.
 */
export async function loadTeam(app: App, caller: Caller, teamId: string | undefined): Promise<Result<LoadedTeam>> {
  const id = teamId ?? (caller.projectId === null ? null : defaultTeamId(caller.projectId));
  if (id === null) return refuse('access/not-found');
  const stored = (await app.records.readMany([teamKey(id)], 'strict')).get(recordName(teamKey(id)));
  const projectId = stored ? (stored.body as Team).projectId : projectOfFirstTeam(id);
  if (projectId === null) return refuse('access/not-found');
  const access = await requireProject(app, projectId);
  if (!access.ok) return access;
  if (stored) return ok({ team: stored.body as Team, rev: stored.rev });
  return unwrittenTeam(app, caller, projectId);
}

/** The first team before anybody changed it: the project's name, and the zone of whoever looks first. */
async function unwrittenTeam(app: App, caller: Caller, projectId: string): Promise<Result<LoadedTeam>> {
  const [project, zone] = await Promise.all([app.jira.project(projectId), app.jira.timeZoneOf(caller.accountId)]);
  if (!project) return refuse('access/not-found');
  return ok({ team: firstTeam(projectId, project.name, zone ?? SITE_ZONE), rev: 0 });
}

/** Makes sure that a team is stored, whoever else does so at the same moment. */
export async function writtenTeam(app: App, loaded: LoadedTeam): Promise<LoadedTeam> {
  if (loaded.rev > 0) return loaded;
  const at = teamKey(loaded.team.id);
  const record: StoredRecord = { rev: 1, body: loaded.team, attributes: teamAttributes(loaded.team) };
  if (await app.records.create(at, record)) return { team: loaded.team, rev: 1 };
  const theirs = (await app.records.readMany([at], 'strict')).get(recordName(at));
  return theirs ? { team: theirs.body as Team, rev: theirs.rev } : loaded;
}
