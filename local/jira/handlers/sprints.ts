import * as v from 'valibot';
import { SPRINT_FIELD } from '../config/fields';
import { refuse } from '../errors';
import { issuesOf } from '../model/issues';
import { moveToBacklog, moveToSprint } from '../model/move-issues';
import { can } from '../model/permissions';
import {
  newSprintId,
  removeSprint,
  renderSprint,
  saveSprint,
  sprintsOf,
  visibleBoard,
  visibleSprint,
  type Sprint,
} from '../model/sprints';
import { queueSprintEvent } from '../model/events';
import { created, noContent, ok, operation } from '../operation';
import { granular } from '../scope-sets';
import type { Actor, Site } from '../site';

const READ = granular('read:sprint:jira-software');
const WRITE = granular('write:sprint:jira-software');
/** The longest sprint name; Jira cut it at 30 characters until this limit came. Source: reference of POST /rest/agile/1.0/sprint. */
const NAME_LENGTH = 30;

const payload = v.strictObject({
  id: v.optional(v.number()),
  self: v.optional(v.string()),
  name: v.optional(v.string()),
  goal: v.optional(v.string()),
  state: v.optional(v.picklist(['future', 'active', 'closed', 'FUTURE', 'ACTIVE', 'CLOSED'])),
  startDate: v.optional(v.nullable(v.string())),
  endDate: v.optional(v.nullable(v.string())),
  completeDate: v.optional(v.nullable(v.string())),
  createdDate: v.optional(v.string()),
  originBoardId: v.optional(v.number()),
});
type Payload = v.InferOutput<typeof payload>;

function refuseUnlessManager(site: Site, actor: Actor, projectId: string): void {
  if (!can(site, actor.accountId, 'MANAGE_SPRINTS_PERMISSION', projectId))
    throw refuse(403, 'You do not have permission to manage sprints.');
}

/** ISO in, ISO in UTC out; undefined stays. */
function moment(name: string, value: string | null | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  const at = Date.parse(value);
  if (Number.isNaN(at)) throw refuse(400, `Invalid date for '${name}': ${value}`);
  return new Date(at).toISOString();
}

function checkedName(name: string | undefined): string {
  if (!name?.trim()) throw refuse(400, 'Sprint name must not be empty.');
  if (name.length > NAME_LENGTH) throw refuse(400, `Sprint name must be shorter than ${NAME_LENGTH} characters.`);
  return name;
}

/** `undefined` and "not there" are the same to JSON, but not to a spread. */
const dropUndefined = <T extends object>(record: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

/** The sprint with the client's values; a full update (PUT) clears what is left out. */
function withValues(sprint: Sprint, body: Payload, full: boolean): Sprint {
  const { goal, name } = body;
  const kept = full ? { startDate: undefined, endDate: undefined, goal: '' } : sprint;
  return dropUndefined<Sprint>({
    ...sprint,
    startDate: moment('startDate', body.startDate) ?? kept.startDate,
    endDate: moment('endDate', body.endDate) ?? kept.endDate,
    goal: goal ?? kept.goal,
    name: name === undefined && !full ? sprint.name : checkedName(name),
  });
}

/** The sprint as a client wants it. Of a closed one only name and goal change. Throws 400 for impossible changes of state. */
function changed(site: Site, sprint: Sprint, body: Payload, full: boolean): Sprint {
  const state = (body.state?.toLowerCase() ?? sprint.state) as Sprint['state'];
  const next: Sprint = { ...withValues(sprint, body, full), state };
  switch (`${sprint.state} to ${state}`) {
    case 'future to active':
      return started(site, next);
    case 'active to closed':
      return { ...next, completeDate: new Date(site.clock.now()).toISOString() };
    case 'closed to closed':
      return { ...sprint, name: next.name, goal: next.goal };
    case 'future to future':
    case 'active to active':
      return next;
    default:
      throw refuse(400, `Sprint can not be moved from state '${sprint.state}' to state '${state}'.`);
  }
}

function started(site: Site, next: Sprint): Sprint {
  if (!next.startDate || !next.endDate) throw refuse(400, 'Start date and end date are required to start a sprint.');
  if (Date.parse(next.endDate) <= Date.parse(next.startDate))
    throw refuse(400, 'The end date of a sprint must be after its start date.');
  if (sprintsOf(site, next.boardId).some((other) => other.state === 'active'))
    throw refuse(400, 'This board already has an active sprint.');
  return { ...next, activatedDate: new Date(site.clock.now()).toISOString() };
}

function update(site: Site, actor: Actor, sprintId: string, body: Payload, full: boolean): Sprint {
  const { sprint, board } = visibleSprint(site, actor, sprintId);
  refuseUnlessManager(site, actor, board.projectId);
  const next = changed(site, sprint, body, full);
  saveSprint(site, next);
  queueSprintEvent(site, actor, 'avi:jira-software:updated:sprint', next, sprint);
  if (next.state === sprint.state) return next;
  queueSprintEvent(
    site,
    actor,
    next.state === 'active' ? 'avi:jira-software:started:sprint' : 'avi:jira-software:closed:sprint',
    next,
  );
  return next;
}

export const sprintOperations = [
  operation({
    method: 'POST',
    path: '/rest/agile/1.0/sprint',
    scopes: WRITE,
    body: v.strictObject({
      name: v.string(),
      originBoardId: v.number(),
      goal: v.optional(v.string()),
      startDate: v.optional(v.string()),
      endDate: v.optional(v.string()),
    }),
    handle({ site, actor, body }) {
      const board = visibleBoard(site, actor, String(body.originBoardId));
      if (board.type !== 'scrum') throw refuse(400, 'The board does not support sprints');
      refuseUnlessManager(site, actor, board.projectId);
      const sprint = dropUndefined<Sprint>({
        id: newSprintId(site),
        boardId: board.id,
        name: checkedName(body.name),
        state: 'future',
        goal: body.goal ?? '',
        startDate: moment('startDate', body.startDate),
        endDate: moment('endDate', body.endDate),
        createdDate: new Date(site.clock.now()).toISOString(),
      });
      saveSprint(site, sprint);
      queueSprintEvent(site, actor, 'avi:jira-software:created:sprint', sprint);
      return created(renderSprint(site, sprint));
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/agile/1.0/sprint/{sprintId}',
    scopes: READ,
    handle({ site, actor, params, charge }) {
      charge({ core: 1 });
      return ok(renderSprint(site, visibleSprint(site, actor, params['sprintId'] ?? '').sprint));
    },
  }),
  operation({
    method: 'PUT',
    path: '/rest/agile/1.0/sprint/{sprintId}',
    scopes: WRITE,
    body: payload,
    handle: ({ site, actor, params, body }) =>
      ok(renderSprint(site, update(site, actor, params['sprintId'] ?? '', body, true))),
  }),
  operation({
    method: 'POST',
    path: '/rest/agile/1.0/sprint/{sprintId}',
    scopes: WRITE,
    body: payload,
    handle: ({ site, actor, params, body }) =>
      ok(renderSprint(site, update(site, actor, params['sprintId'] ?? '', body, false))),
  }),
  operation({
    method: 'DELETE',
    path: '/rest/agile/1.0/sprint/{sprintId}',
    scopes: granular('delete:sprint:jira-software'),
    handle({ site, actor, params }) {
      const { sprint, board } = visibleSprint(site, actor, params['sprintId'] ?? '');
      refuseUnlessManager(site, actor, board.projectId);
      const inside = issuesOf(site, [board.projectId]).filter((issue) =>
        issue.fields[SPRINT_FIELD].includes(sprint.id),
      );
      for (const issue of inside) moveToBacklog(site, actor, [issue.key]);
      removeSprint(site, sprint.id);
      queueSprintEvent(site, actor, 'avi:jira-software:deleted:sprint', sprint);
      return noContent();
    },
  }),
  operation({
    method: 'POST',
    path: '/rest/agile/1.0/sprint/{sprintId}/issue',
    scopes: WRITE,
    body: v.strictObject({
      issues: v.array(v.string()),
      rankBeforeIssue: v.optional(v.string()),
      rankAfterIssue: v.optional(v.string()),
      rankCustomFieldId: v.optional(v.number()),
    }),
    handle({ site, actor, params, body }) {
      const { rankBeforeIssue: before, rankAfterIssue: after } = body;
      moveToSprint(site, actor, visibleSprint(site, actor, params['sprintId'] ?? '').sprint, body.issues, {
        before,
        after,
      });
      return noContent();
    },
  }),
];
