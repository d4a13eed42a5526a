/** The first page of a project: its teams, what is under way, what is due, what was. */
import type { Answer, HomeAnswer, RetroRow } from '#contract/api';
import { acceptHome, acceptListClosed } from '#contract/validate-home';
import { teamAbilities } from '#domain/team-abilities';
import type { Team } from '#domain/team';
import type { App, Caller } from '../app';
import { answering } from '../jira/answer';
import { loadTeam } from './load-team';
import { openActions } from './open-actions';
import { closedPage, retroLists } from './retro-rows';

const TEAMS_MAX = 100;

/** The home page of a project for somebody who may browse it. */
export async function home(app: App, caller: Caller, raw: unknown): Promise<Answer<HomeAnswer>> {
  const request = acceptHome(raw);
  if (!request.ok) return request;
  return answering(app, async () => {
    const loaded = await loadTeam(app, caller, request.value.teamId);
    if (!loaded.ok) return loaded;
    const { team } = loaded.value;
    const [teams, lists, actions] = await Promise.all([
      teamsOf(app, team),
      retroLists(app, team.id, caller.accountId),
      openActions(app, team.id),
    ]);
    return {
      ok: true,
      teams,
      team,
      ...lists,
      actions,
      may: teamAbilities(team, caller.accountId),
      now: app.clock.now(),
    };
  });
}

/** All teams of the project by name; the chosen one as just read, whatever the index says. */
async function teamsOf(app: App, chosen: Team): Promise<Team[]> {
  const page = await app.records.query({
    entity: 'team',
    index: 'by-project',
    partition: [chosen.projectId],
    limit: TEAMS_MAX,
  });
  const others = page.rows.map(({ record }) => record.body as Team).filter((team) => team.id !== chosen.id);
  return [...others, chosen].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** Further closed retros of a team. */
export async function listClosed(
  app: App,
  caller: Caller,
  raw: unknown,
): Promise<Answer<{ rows: RetroRow[]; cursor: string | null }>> {
  const request = acceptListClosed(raw);
  if (!request.ok) return request;
  return answering(app, async () => {
    const loaded = await loadTeam(app, caller, request.value.teamId);
    if (!loaded.ok) return loaded;
    return { ok: true, ...(await closedPage(app, loaded.value.team.id, request.value.cursor)) };
  });
}
