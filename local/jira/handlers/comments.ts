import * as v from 'valibot';
import { parseAdf, type AdfNode } from '../adf';
import { FieldProblem, refuse, refuseFields } from '../errors';
import {
  findComment,
  commentsOf,
  insertComment,
  removeComment,
  renderComment,
  updateComment,
  type Comment,
} from '../model/comments';
import { queueIssueEvent } from '../model/events';
import { visibleIssue, type Issue } from '../model/issues';
import { noticeCommented } from '../model/notices';
import { can } from '../model/permissions';
import { getProperty, setProperty } from '../model/properties';
import { created, noContent, ok, operation, q } from '../operation';
import { pageOf } from '../pages';
import { READ_WORK, WRITE_WORK } from '../scope-sets';
import type { Actor, Site } from '../site';
import { checkProperty } from './entity-properties';

/** What a client may set; the rest of OpenAPI schema Comment is read-only. */
const payload = v.strictObject({
  body: v.unknown(),
  visibility: v.optional(
    v.strictObject({
      type: v.optional(v.picklist(['group', 'role'])),
      value: v.optional(v.string()),
      identifier: v.optional(v.nullable(v.string())),
    }),
  ),
  properties: v.optional(v.array(v.strictObject({ key: v.string(), value: v.unknown() }))),
});

const PATH = '/rest/api/3/issue/{issueIdOrKey}/comment';

function parseBody(value: unknown): AdfNode {
  try {
    const body = parseAdf(value);
    if ((body.content ?? []).length === 0) throw new FieldProblem('Comment body can not be empty!');
    return body;
  } catch (problem) {
    if (problem instanceof FieldProblem) throw refuseFields({ comment: problem.message });
    throw problem;
  }
}

function existing(site: Site, issue: Issue, id: string): Comment {
  const comment = findComment(site, issue.id, id);
  if (!comment) throw refuse(404, `Can not find a comment for the id: ${id}.`);
  return comment;
}

/** Own or all: 400, not 403, is how Jira refuses to touch somebody else's comment. */
function refuseUnlessMay(site: Site, actor: Actor, issue: Issue, comment: Comment, verb: 'EDIT' | 'DELETE'): void {
  const own = comment.author === actor.accountId && can(site, actor.accountId, `${verb}_OWN_COMMENTS`, issue.projectId);
  if (!own && !can(site, actor.accountId, `${verb}_ALL_COMMENTS`, issue.projectId))
    throw refuse(400, `You do not have the permission to ${verb.toLowerCase()} this comment.`);
}

function withProperties(
  site: Site,
  comment: Comment,
  expand: string | undefined,
  viewer: Actor,
): Record<string, unknown> {
  const rendered = renderComment(site, comment, viewer);
  if (!expand?.includes('properties')) return rendered;
  const rows = site.sql.all<{ key: string }>(
    "SELECT key FROM jira_property WHERE entity = 'comment' AND entity_id = ? ORDER BY key",
    String(comment.id),
  );
  return {
    ...rendered,
    properties: rows.map(({ key }) => ({ key, value: getProperty(site, 'comment', String(comment.id), key) })),
  };
}

export const commentOperations = [
  operation({
    method: 'GET',
    path: PATH,
    scopes: READ_WORK,
    query: { startAt: q.int, maxResults: q.int, orderBy: q.text, expand: q.text },
    handle({ site, actor, params, query, charge }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      const comments = commentsOf(site, issue.id);
      if (query.orderBy === '-created') comments.reverse();
      const { values, page } = pageOf(comments, query.startAt, query.maxResults ?? 100, 5000);
      charge({ core: 1 });
      const { startAt, maxResults, total } = page;
      return ok({
        startAt,
        maxResults,
        total,
        comments: values.map((comment) => withProperties(site, comment, query.expand, actor)),
      });
    },
  }),
  operation({
    method: 'POST',
    path: PATH,
    scopes: WRITE_WORK,
    query: { expand: q.text },
    body: payload,
    handle({ site, actor, params, body, query }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      if (!can(site, actor.accountId, 'ADD_COMMENTS', issue.projectId))
        throw refuse(400, 'You do not have the permission to comment on this issue.');
      const comment = insertComment(site, issue.id, actor.accountId, parseBody(body.body));
      for (const { key, value } of body.properties ?? []) {
        checkProperty(key, value);
        setProperty(site, 'comment', String(comment.id), key, value);
      }
      const rendered = withProperties(site, comment, query.expand, actor);
      queueIssueEvent(site, actor, 'avi:jira:commented:issue', issue, { comment: rendered });
      noticeCommented(site, actor, issue, comment.body);
      return created(rendered);
    },
  }),
  operation({
    method: 'GET',
    path: `${PATH}/{id}`,
    scopes: READ_WORK,
    query: { expand: q.text },
    handle({ site, actor, params, query, charge }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      charge({ core: 1 });
      return ok(withProperties(site, existing(site, issue, params['id'] ?? ''), query.expand, actor));
    },
  }),
  operation({
    method: 'PUT',
    path: `${PATH}/{id}`,
    scopes: WRITE_WORK,
    query: { notifyUsers: q.flag, overrideEditableFlag: q.flag, expand: q.text },
    body: payload,
    handle({ site, actor, params, body, query }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      const comment = existing(site, issue, params['id'] ?? '');
      refuseUnlessMay(site, actor, issue, comment, 'EDIT');
      const edited: Comment = {
        ...comment,
        body: parseBody(body.body),
        updateAuthor: actor.accountId,
        updated: site.clock.now(),
      };
      updateComment(site, edited);
      for (const { key, value } of body.properties ?? []) setProperty(site, 'comment', String(comment.id), key, value);
      return ok(withProperties(site, edited, query.expand, actor));
    },
  }),
  operation({
    method: 'DELETE',
    path: `${PATH}/{id}`,
    scopes: WRITE_WORK,
    handle({ site, actor, params }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      const comment = existing(site, issue, params['id'] ?? '');
      refuseUnlessMay(site, actor, issue, comment, 'DELETE');
      removeComment(site, comment.id);
      return noContent();
    },
  }),
];
