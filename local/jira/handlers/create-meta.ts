import { refuse } from '../errors';
import { issueTypesOf, renderIssueType, ISSUE_TYPES } from '../config/issue-types';
import { renderFieldMeta, settableFields } from '../fields/field-meta';
import { visibleIssue } from '../model/issues';
import { can } from '../model/permissions';
import { findProject, projectById, visibleProjects, type Project } from '../model/projects';
import { ok, operation, q } from '../operation';
import { pageOf, refuseOver } from '../pages';
import { READ_WORK } from '../scope-sets';
import type { Actor, Site } from '../site';

/** Create metadata exists for those who may create there; for others the project is as good as missing. No 404 is documented here. */
function creatableProject(site: Site, actor: Actor, idOrKey: string): Project {
  const project = findProject(site, idOrKey);
  if (!project || !can(site, actor.accountId, 'CREATE_ISSUES', project.id))
    throw refuse(400, 'The project does not exist or you do not have permission to create work items in it.');
  return project;
}

const PAGE = { startAt: q.int, maxResults: q.int };

export const createMetaOperations = [
  operation({
    method: 'GET',
    path: '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes',
    scopes: READ_WORK,
    query: PAGE,
    handle({ site, actor, params, query, charge }) {
      refuseOver(200, query.maxResults);
      const project = creatableProject(site, actor, params['projectIdOrKey'] ?? '');
      const { values, page } = pageOf(issueTypesOf(project.id), query.startAt, query.maxResults, 200);
      charge({ core: 1 });
      const { startAt, maxResults, total } = page;
      return ok({ startAt, maxResults, total, issueTypes: values.map((type) => renderIssueType(type, site.url())) });
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}',
    scopes: READ_WORK,
    query: PAGE,
    handle({ site, actor, params, query, charge }) {
      refuseOver(200, query.maxResults);
      const project = creatableProject(site, actor, params['projectIdOrKey'] ?? '');
      const type = issueTypesOf(project.id).find((candidate) => candidate.id === params['issueTypeId']);
      if (!type) throw refuse(400, 'The issue type does not exist in this project.');
      const { values, page } = pageOf(
        settableFields(site, actor, project, type.id),
        query.startAt,
        query.maxResults,
        200,
      );
      charge({ core: 1 });
      const { startAt, maxResults, total } = page;
      const fields = values.map((field) => ({ ...renderFieldMeta(site, field, project, type.id), fieldId: field.id }));
      return ok({ startAt, maxResults, total, fields });
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}/editmeta',
    scopes: READ_WORK,
    query: { overrideScreenSecurity: q.flag, overrideEditableFlag: q.flag },
    handle({ site, actor, params, charge }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      const project = projectById(site, issue.projectId);
      charge({ core: 1 });
      const editable = can(site, actor.accountId, 'EDIT_ISSUES', project.id)
        ? settableFields(site, actor, project, issue.issueTypeId)
        : [];
      const shown = editable.filter((field) => field.id !== 'project');
      return ok({
        fields: Object.fromEntries(
          shown.map((field) => [field.id, renderFieldMeta(site, field, project, issue.issueTypeId)]),
        ),
      });
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/issuetype/project',
    scopes: READ_WORK,
    query: { projectId: q.text, level: q.int },
    handle({ site, actor, query, charge }) {
      const project = visibleProjects(site, actor).find((candidate) => candidate.id === query.projectId);
      if (!project) throw refuse(404, 'The project does not exist or you do not have permission to view it.');
      charge({ core: 1 });
      const types = issueTypesOf(project.id).filter(
        (type) => query.level === undefined || type.hierarchyLevel === query.level,
      );
      return ok(types.map((type) => renderIssueType(type, site.url())));
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/issuetype',
    scopes: READ_WORK,
    handle({ site, actor, charge }) {
      charge({});
      const mine = visibleProjects(site, actor).map((project) => project.id);
      return ok(
        ISSUE_TYPES.filter((type) => mine.includes(type.projectId)).map((type) => renderIssueType(type, site.url())),
      );
    },
  }),
];
