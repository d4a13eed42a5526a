import * as v from 'valibot';
import { refuse, refuseFields } from '../errors';
import { CODECS } from '../fields/codec';
import { fieldById } from '../config/fields';
import { FieldProblem } from '../errors';
import { parseFields } from '../fields/write-fields';
import { changeFields } from '../model/changes';
import { queueIssueEvent } from '../model/events';
import { removeIssue, subtasksOf, visibleIssue, findIssue } from '../model/issues';
import { can } from '../model/permissions';
import { projectById } from '../model/projects';
import { setProperty } from '../model/properties';
import { describeFields, renderIssue, selectFields } from '../model/render-issue';
import { created, noContent, ok, operation, q } from '../operation';
import { READ_WORK, WRITE_WORK } from '../scope-sets';
import { bulkFailure, checkedProperties, createFromPayload, issueUpdate } from './issue-payload';
import { changelogOf } from './changelog';

/** The most issues one bulk request may create or fetch. Source: the operations' reference pages. */
const BULK_CREATE = 50;
const BULK_FETCH = 100;

const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

export const issueOperations = [
  operation({
    method: 'POST',
    path: '/rest/api/3/issue',
    scopes: WRITE_WORK,
    query: { updateHistory: q.flag },
    body: issueUpdate,
    handle({ site, actor, body }) {
      const { id, key } = createFromPayload(site, actor, body);
      return created({ id, key, self: `${site.url()}/rest/api/3/issue/${id}` });
    },
  }),
  operation({
    method: 'POST',
    path: '/rest/api/3/issue/bulk',
    scopes: WRITE_WORK,
    body: v.strictObject({ issueUpdates: v.array(issueUpdate) }),
    handle({ site, actor, body }) {
      if (body.issueUpdates.length > BULK_CREATE)
        throw refuse(400, `The maximum number of issues that can be created in bulk is ${BULK_CREATE}.`);
      const issues: unknown[] = [];
      const errors: unknown[] = [];
      body.issueUpdates.forEach((update, index) => {
        try {
          const { id, key } = createFromPayload(site, actor, update);
          issues.push({ id, key, self: `${site.url()}/rest/api/3/issue/${id}` });
        } catch (problem) {
          errors.push(bulkFailure(problem, index));
        }
      });
      return { status: issues.length > 0 ? 201 : 400, body: { issues, errors } };
    },
  }),
  operation({
    method: 'POST',
    path: '/rest/api/3/issue/bulkfetch',
    scopes: READ_WORK,
    writes: false,
    body: v.strictObject({
      issueIdsOrKeys: v.array(v.string()),
      fields: v.optional(v.array(v.string())),
      fieldsByKeys: v.optional(v.boolean()),
      expand: v.optional(v.array(v.string())),
      properties: v.optional(v.pipe(v.array(v.string()), v.maxLength(5))),
    }),
    handle({ site, actor, body, charge }) {
      if (body.issueIdsOrKeys.length > BULK_FETCH)
        throw refuse(400, `The maximum number of issues that can be fetched is ${BULK_FETCH}.`);
      const asked = [...new Set(body.issueIdsOrKeys)].map((idOrKey) => ({ idOrKey, issue: findIssue(site, idOrKey) }));
      const seen = asked.filter(({ issue }) => issue && can(site, actor.accountId, 'BROWSE_PROJECTS', issue.projectId));
      const fields = selectFields(body.fields ?? [], '*all');
      charge({ core: seen.length });
      const issues = seen.flatMap(({ issue }) =>
        issue ? [renderIssue(site, issue, actor, fields, body.properties)] : [],
      );
      const missing = asked.filter((entry) => !seen.includes(entry));
      const issueErrors = missing.map(({ idOrKey }) => ({
        id: idOrKey,
        errorMessage: 'Issue does not exist or you do not have permission to see it.',
      }));
      return ok({ issues, ...(issueErrors.length > 0 ? { issueErrors } : {}) });
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}',
    scopes: READ_WORK,
    query: {
      fields: q.list,
      fieldsByKeys: q.flag,
      expand: q.text,
      properties: q.list,
      updateHistory: q.flag,
      failFast: q.flag,
    },
    handle({ site, actor, params, query, charge }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      const fields = selectFields(query.fields ?? [], '*all');
      const expand = list(query.expand);
      charge({ core: 1 });
      return ok({
        ...renderIssue(site, issue, actor, fields, query.properties),
        ...describeFields(fields, expand),
        ...(expand.includes('changelog') ? { changelog: changelogOf(site, issue, actor) } : {}),
      });
    },
  }),
  operation({
    method: 'PUT',
    path: '/rest/api/3/issue/{issueIdOrKey}',
    scopes: WRITE_WORK,
    query: {
      notifyUsers: q.flag,
      overrideScreenSecurity: q.flag,
      overrideEditableFlag: q.flag,
      returnIssue: q.flag,
      expand: q.text,
    },
    body: issueUpdate,
    handle({ site, actor, params, query, body }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      const project = projectById(site, issue.projectId);
      if (!can(site, actor.accountId, 'EDIT_ISSUES', project.id))
        throw refuse(400, 'You do not have permission to edit issues in this project.');
      if (query.notifyUsers === false && !can(site, actor.accountId, 'ADMINISTER_PROJECTS', project.id))
        throw refuse(400, 'To discard the user notification either admin or project admin permissions are required.');
      const values = parseFields(body, { site, actor, project, issueTypeId: issue.issueTypeId, issue });
      for (const { key, value } of checkedProperties(body.properties)) setProperty(site, 'issue', issue.id, key, value);
      const after = changeFields(site, actor, issue, values);
      return query.returnIssue ? ok(renderIssue(site, after, actor, selectFields([], '*all'))) : noContent();
    },
  }),
  operation({
    method: 'DELETE',
    path: '/rest/api/3/issue/{issueIdOrKey}',
    scopes: WRITE_WORK,
    query: { deleteSubtasks: q.flag },
    handle({ site, actor, params, query }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      if (!can(site, actor.accountId, 'DELETE_ISSUES', issue.projectId))
        throw refuse(403, 'You do not have permission to delete issues in this project.');
      const subtasks = subtasksOf(site, issue);
      if (subtasks.length > 0 && !query.deleteSubtasks)
        throw refuse(
          400,
          `The issue '${issue.key}' has subtasks. You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
        );
      for (const doomed of [...subtasks, issue]) {
        queueIssueEvent(site, actor, 'avi:jira:deleted:issue', doomed);
        removeIssue(site, doomed);
      }
      return noContent();
    },
  }),
  operation({
    method: 'PUT',
    path: '/rest/api/3/issue/{issueIdOrKey}/assignee',
    scopes: WRITE_WORK,
    body: v.looseObject({ accountId: v.nullable(v.string()) }),
    handle({ site, actor, params, body }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      if (!can(site, actor.accountId, 'ASSIGN_ISSUES', issue.projectId))
        throw refuse(403, 'You do not have permission to assign issues.');
      const field = fieldById('assignee');
      if (!field) throw new Error('No assignee field');
      try {
        const context = { site, actor, field, projectId: issue.projectId, issueTypeId: issue.issueTypeId };
        changeFields(site, actor, issue, {
          assignee: CODECS.user.parse(body.accountId === null ? null : { accountId: body.accountId }, context),
        });
      } catch (problem) {
        if (problem instanceof FieldProblem) throw refuseFields({ assignee: problem.message });
        throw problem;
      }
      return noContent();
    },
  }),
];
