import * as v from 'valibot';
import { issueTypesOf } from '../config/issue-types';
import { JiraError, refuse, refuseFields } from '../errors';
import { parseFields } from '../fields/write-fields';
import { createIssue } from '../model/create-issue';
import type { Issue } from '../model/issues';
import { can } from '../model/permissions';
import { findProject, type Project } from '../model/projects';
import type { Actor, Site } from '../site';

const operations = v.array(
  v.pipe(
    v.record(v.picklist(['add', 'set', 'remove', 'edit', 'copy']), v.unknown()),
    v.transform((entry) => entry as Record<string, unknown>),
  ),
);

/** The body of create and edit (OpenAPI schema IssueUpdateDetails); history metadata is not kept. */
export const issueUpdate = v.strictObject({
  fields: v.optional(v.record(v.string(), v.unknown())),
  update: v.optional(v.record(v.string(), operations)),
  properties: v.optional(
    v.array(v.strictObject({ key: v.pipe(v.string(), v.minLength(1), v.maxLength(255)), value: v.unknown() })),
  ),
  transition: v.optional(v.looseObject({ id: v.optional(v.string()) })),
  historyMetadata: v.optional(v.record(v.string(), v.unknown())),
});

export type IssueUpdate = v.InferOutput<typeof issueUpdate>;

const named = (value: unknown): { id?: unknown; key?: unknown; name?: unknown } =>
  typeof value === 'object' && value !== null ? value : {};

function targetProject(site: Site, actor: Actor, value: unknown): Project {
  const { id, key } = named(value);
  const asked = id ?? key;
  if (asked === undefined) throw refuseFields({ project: 'Specify a valid project ID or key' });
  const project = findProject(site, String(asked));
  if (!project || !can(site, actor.accountId, 'BROWSE_PROJECTS', project.id))
    throw refuseFields({ project: 'valid project is required' });
  if (!can(site, actor.accountId, 'CREATE_ISSUES', project.id))
    throw refuse(403, 'You do not have permission to create issues in this project.');
  return project;
}

function targetType(project: Project, value: unknown): string {
  const { id, name } = named(value);
  if (id === undefined && name === undefined) throw refuseFields({ issuetype: 'Specify an issue type' });
  const type = issueTypesOf(project.id).find(
    (candidate) => candidate.id === String(id) || (id === undefined && candidate.name === name),
  );
  if (!type) throw refuseFields({ issuetype: 'Specify a valid issue type' });
  return type.id;
}

/** Properties are checked before anything is created: at most 32,768 characters of JSON each. */
function checkProperties(properties: IssueUpdate['properties']): { key: string; value: unknown }[] {
  for (const { key, value } of properties ?? []) {
    if (value === undefined || value === null)
      throw refuse(400, `The property value for key '${key}' must not be empty.`);
    if (JSON.stringify(value).length > 32_768)
      throw refuse(400, 'The property value is too long. Maximum length is 32768 characters.');
  }
  return (properties ?? []).map(({ key, value }) => ({ key, value }));
}

/** Everything POST issue does, for one issue. */
export function createFromPayload(site: Site, actor: Actor, body: IssueUpdate): Issue {
  const project = targetProject(site, actor, body.fields?.['project']);
  const issueTypeId = targetType(project, body.fields?.['issuetype']);
  const values = parseFields(body, { site, actor, project, issueTypeId });
  return createIssue(site, actor, project, issueTypeId, values, checkProperties(body.properties));
}

export const checkedProperties = checkProperties;

/** The element of a bulk answer for a refused issue. */
export function bulkFailure(problem: unknown, index: number): Record<string, unknown> {
  if (!(problem instanceof JiraError)) throw problem;
  return { status: problem.status, elementErrors: problem.body, failedElementNumber: index };
}
