import * as v from 'valibot';
import { SPRINT_FIELD } from '../config/fields';
import { searchIssues } from '../jql/search';
import { issuesOf, type Issue } from '../model/issues';
import { moveToBacklog } from '../model/move-issues';
import { describeFields, renderFields, renderIssue, selectFields } from '../model/render-issue';
import { findSprint, renderSprint, visibleBoard, visibleSprint } from '../model/sprints';
import { noContent, ok, operation, q, type Reply } from '../operation';
import { pageOf } from '../pages';
import { granular } from '../scope-sets';
import type { Actor, Site } from '../site';

const LIST = { startAt: q.int, maxResults: q.int, jql: q.text, validateQuery: q.flag, fields: q.list, expand: q.text };

interface Asked {
  startAt?: number | undefined;
  maxResults?: number | undefined;
  jql?: string | undefined;
  fields?: string[] | undefined;
  expand?: string | undefined;
}

/** The agile API gives two fields of its own: the sprint the issue is in and the closed ones it was in. */
function agileFields(site: Site, issue: Issue): Record<string, unknown> {
  const sprints = issue.fields[SPRINT_FIELD].map((id) => findSprint(site, id)).filter((sprint) => sprint !== undefined);
  const current = sprints.find((sprint) => sprint.state !== 'closed');
  const closed = sprints.filter((sprint) => sprint.state === 'closed');
  return {
    ...(current ? { sprint: renderSprint(site, current) } : { sprint: null }),
    ...(closed.length > 0 ? { closedSprints: closed.map((sprint) => renderSprint(site, sprint)) } : {}),
    flagged: false,
  };
}

function listIssues(
  site: Site,
  actor: Actor,
  all: Issue[],
  asked: Asked,
  charge: (read: { core: number }) => void,
): Reply {
  const matching = asked.jql
    ? new Set(searchIssues(site, actor, asked.jql, new Set(all.map((issue) => issue.id))).map((issue) => issue.id))
    : undefined;
  const wanted = all
    .filter((issue) => !matching || matching.has(issue.id))
    .sort((a, b) => a.fields.customfield_10019 - b.fields.customfield_10019);
  const { values, page } = pageOf(wanted, asked.startAt, asked.maxResults);
  const fields = selectFields(asked.fields ?? [], '*all');
  charge({ core: values.length });
  const { startAt, maxResults, total } = page;
  const withAgile = !asked.fields || asked.fields.includes('sprint') || asked.fields.includes('*all');
  const issues = values.map((issue) => ({
    ...renderIssue(site, issue, actor, []),
    fields: { ...renderFields(site, issue, actor, fields), ...(withAgile ? agileFields(site, issue) : {}) },
  }));
  return ok({
    expand: 'schema,names',
    startAt,
    maxResults,
    total,
    issues,
    ...describeFields(fields, (asked.expand ?? '').split(',')),
  });
}

const inSprint =
  (id: number) =>
  (issue: Issue): boolean =>
    issue.fields[SPRINT_FIELD].includes(id);
/** In the backlog of a scrum board: not done, and in no sprint that runs. */
const inBacklog =
  (site: Site) =>
  (issue: Issue): boolean =>
    issue.resolved === null && !issue.fields[SPRINT_FIELD].some((id) => findSprint(site, id)?.state === 'active');

const READ_SPRINT_ISSUES = granular('read:sprint:jira-software', 'read:issue-details:jira', 'read:jql:jira');
const READ_BOARD_ISSUES = granular('read:board-scope:jira-software', 'read:issue-details:jira');
const WRITE_BOARD = granular('write:board-scope:jira-software');

export const agileIssueOperations = [
  operation({
    method: 'GET',
    path: '/rest/agile/1.0/sprint/{sprintId}/issue',
    scopes: READ_SPRINT_ISSUES,
    query: LIST,
    handle({ site, actor, params, query, charge }) {
      const { sprint, board } = visibleSprint(site, actor, params['sprintId'] ?? '');
      return listIssues(site, actor, issuesOf(site, [board.projectId]).filter(inSprint(sprint.id)), query, charge);
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/agile/1.0/board/{boardId}/sprint/{sprintId}/issue',
    scopes: READ_SPRINT_ISSUES,
    query: LIST,
    handle({ site, actor, params, query, charge }) {
      const board = visibleBoard(site, actor, params['boardId'] ?? '');
      const { sprint } = visibleSprint(site, actor, params['sprintId'] ?? '');
      return listIssues(site, actor, issuesOf(site, [board.projectId]).filter(inSprint(sprint.id)), query, charge);
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/agile/1.0/board/{boardId}/issue',
    scopes: READ_BOARD_ISSUES,
    query: LIST,
    handle({ site, actor, params, query, charge }) {
      const board = visibleBoard(site, actor, params['boardId'] ?? '');
      return listIssues(site, actor, issuesOf(site, [board.projectId]), query, charge);
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/agile/1.0/board/{boardId}/backlog',
    scopes: READ_BOARD_ISSUES,
    query: LIST,
    handle({ site, actor, params, query, charge }) {
      const board = visibleBoard(site, actor, params['boardId'] ?? '');
      return listIssues(site, actor, issuesOf(site, [board.projectId]).filter(inBacklog(site)), query, charge);
    },
  }),
  operation({
    method: 'POST',
    path: '/rest/agile/1.0/backlog/issue',
    scopes: WRITE_BOARD,
    body: v.strictObject({ issues: v.array(v.string()) }),
    handle({ site, actor, body }) {
      moveToBacklog(site, actor, body.issues);
      return noContent();
    },
  }),
  operation({
    method: 'POST',
    path: '/rest/agile/1.0/backlog/{boardId}/issue',
    scopes: WRITE_BOARD,
    body: v.strictObject({
      issues: v.array(v.string()),
      rankBeforeIssue: v.optional(v.string()),
      rankAfterIssue: v.optional(v.string()),
      rankCustomFieldId: v.optional(v.number()),
    }),
    handle({ site, actor, params, body }) {
      visibleBoard(site, actor, params['boardId'] ?? '');
      moveToBacklog(site, actor, body.issues, { before: body.rankBeforeIssue, after: body.rankAfterIssue });
      return noContent();
    },
  }),
];
