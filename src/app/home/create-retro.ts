/** A new retro, or a draft of one: everything it is made of comes to be in one transaction, or not at all. */
import type { Answer } from '#contract/api';
import { acceptCreateRetro } from '#contract/validate-home';
import { teamAbilities } from '#domain/team-abilities';
import type { Format } from '#domain/format';
import { formatById } from '#domain/format';
import { emptyShard } from '#domain/items';
import type { Result } from '#domain/result';
import { ok, refuse } from '#domain/result';
import { createRetro as newRetro } from '#domain/retro';
import { defaultAgenda } from '#domain/step';
import type { Team } from '#domain/team';
import { withMembers } from '#domain/team';
import { TITLE_MAX, acceptLine } from '#domain/text';
import type { App, Caller } from '../app';
import { answering } from '../jira/answer';
import { partKey, retroKey, shardKeys, teamKey } from '../live/keys';
import { retroRow } from '../live/retro-row';
import type { Change, RecordKey } from '../ports/records';
import { recordName } from '../ports/records';
import { loadTeam, teamAttributes, writtenTeam } from './load-team';

type Request = Extract<ReturnType<typeof acceptCreateRetro>, { ok: true }>['value'];

const ATTEMPTS = 5;
const SECRET = 32;
const CHANNEL = 24;

/** Starts a retro of a team. The request's id makes the retro's, so that a repeat gives the same one. */
export async function createRetro(app: App, caller: Caller, raw: unknown): Promise<Answer<{ retroId: string }>> {
  const request = acceptCreateRetro(raw);
  if (!request.ok) return request;
  return answering(app, async () => {
    for (let n = 1; n <= ATTEMPTS; n += 1) {
      const made = await attempt(app, caller, request.value);
      if (made !== 'conflict') return made;
      await app.clock.sleep(20 * n * (1 + app.ids.chance()));
    }
    return refuse('conflict/try-again');
  });
}

async function attempt(app: App, caller: Caller, request: Request): Promise<Answer<{ retroId: string }> | 'conflict'> {
  const loaded = await loadTeam(app, caller, request.teamId);
  if (!loaded.ok) return loaded;
  if (!teamAbilities(loaded.value.team, caller.accountId).start) return refuse('access/denied');
  const accepted = accept(request);
  if (!accepted.ok) return accepted;
  const retroId = `${loaded.value.team.id}.${request.id}`;
  if (await exists(app, partKey(retroId, 'head'))) return { ok: true, retroId };
  const { team, rev } = await writtenTeam(app, loaded.value);
  const changes = [
    ...retroChanges(app, caller, team, { ...request, ...accepted.value, retroId }),
    teamChange(withMembers(team, [caller.accountId]), rev),
  ];
  return (await app.records.commit(changes)) === 'done' ? { ok: true, retroId } : 'conflict';
}

const exists = async (app: App, at: RecordKey): Promise<boolean> =>
  (await app.records.readMany([at], 'strict')).has(recordName(at));

function accept(request: Request): Result<{ title: string; columns: Format['columns'] }> {
  const title = acceptLine(request.title, TITLE_MAX);
  if (!title.ok) return title;
  const format = formatById(request.format);
  if (!format) return refuse('payload/invalid', { at: 'format' });
  if (request.votes && request.votes.perTopic > request.votes.budget) return refuse('payload/invalid', { at: 'votes' });
  return ok({ title: title.value, columns: format.columns });
}

type Accepted = Request & { title: string; columns: Format['columns']; retroId: string };

/** Head, setup, every shard, the row of the list: 24 records whose keys nobody has used. */
function retroChanges(app: App, caller: Caller, team: Team, request: Accepted): Change[] {
  const { head, setup } = newRetro({
    retroId: request.retroId,
    teamId: team.id,
    projectId: team.projectId,
    title: request.title,
    format: request.format,
    columns: request.columns,
    agenda: defaultAgenda(),
    anonymity: request.anonymity,
    votes: request.votes ?? team.defaults.votes,
    facilitator: caller.accountId,
    draft: request.draft === true,
    now: app.clock.now(),
    secrets: {
      pepper: app.ids.random(SECRET),
      ticketKey: app.ids.random(SECRET),
      channel: app.ids.random(CHANNEL),
    },
  });
  const born = (at: RecordKey, body: unknown): Change => ({ op: 'set', at, record: { rev: 1, body, attributes: {} } });
  return [
    born(partKey(request.retroId, 'head'), head),
    born(partKey(request.retroId, 'setup'), setup),
    ...shardKeys(request.retroId, 1).map((at) => born(at, emptyShard())),
    { op: 'set', at: retroKey(request.retroId), record: retroRow(head, setup) },
  ];
}

/** Written always, not only for a new member: its revision lets one of two simultaneous repeats win. */
const teamChange = (team: Team, rev: number): Change => ({
  op: 'set',
  at: teamKey(team.id),
  ifRev: rev,
  record: { rev: rev + 1, body: team, attributes: teamAttributes(team) },
});
