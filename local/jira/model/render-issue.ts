import { FIELDS, type FieldDefinition } from '../config/fields';
import { issueTypeById, renderIssueType } from '../config/issue-types';
import { renderLinkType } from '../config/link-types';
import { RESOLUTION, renderStatus, renderStatusCategory, statusById } from '../config/workflow';
import { CODECS } from '../fields/codec';
import type { Actor, Site } from '../site';
import { siteTimestamp } from '../timestamps';
import { commentsOf, renderComment } from './comments';
import { findIssue, subtasksOf, type Issue } from './issues';
import { linkTypeById, linksOf } from './links';
import { projectById, renderProject } from './projects';
import { getProperty } from './properties';
import { renderAccount } from './users';
import { watchersOf } from './watchers';

/** Renders what looks the same to everybody. */
const NOBODY: Actor = { accountId: '', kind: 'anonymous', selfGenerated: false };

type Render = (issue: Issue, site: Site, viewer: Actor) => unknown;

/** An issue as its links and parents show it (OpenAPI schema LinkedIssue). */
export function linkedIssue(site: Site, issue: Issue): Record<string, unknown> {
  return {
    id: issue.id,
    key: issue.key,
    self: `${site.url()}/rest/api/3/issue/${issue.id}`,
    fields: {
      summary: issue.fields.summary,
      status: renderStatus(statusById(issue.statusId), site.url()),
      priority: CODECS.priority.render(issue.fields.priority, site, NOBODY),
      issuetype: renderIssueType(issueTypeById(issue.issueTypeId), site.url()),
    },
  };
}

function renderLinks(issue: Issue, site: Site): unknown[] {
  return linksOf(site, issue.id).flatMap((link) => {
    const isInward = String(link.inwardId) === issue.id;
    const other = findIssue(site, String(isInward ? link.outwardId : link.inwardId));
    if (!other) return [];
    const self = `${site.url()}/rest/api/3/issueLink/${link.id}`;
    const type = renderLinkType(linkTypeById(link.typeId), site.url());
    return [{ id: String(link.id), self, type, [isInward ? 'outwardIssue' : 'inwardIssue']: linkedIssue(site, other) }];
  });
}

/** Fields that are computed rather than stored. */
const COMPUTED: Record<string, Render> = {
  issuetype: (issue, site) => renderIssueType(issueTypeById(issue.issueTypeId), site.url()),
  project: (issue, site) => renderProject(site, projectById(site, issue.projectId)),
  status: (issue, site) => renderStatus(statusById(issue.statusId), site.url()),
  statusCategory: (issue, site) => renderStatusCategory(statusById(issue.statusId).category, site.url()),
  resolution: (issue, site) =>
    issue.resolved ? { self: `${site.url()}/rest/api/3/resolution/${RESOLUTION.id}`, ...RESOLUTION } : null,
  resolutiondate: (issue) => (issue.resolved ? siteTimestamp(issue.resolved) : null),
  creator: (issue, site, viewer) => renderAccount(site, issue.creator, viewer),
  created: (issue) => siteTimestamp(issue.created),
  updated: (issue) => siteTimestamp(issue.updated),
  statuscategorychangedate: (issue) => siteTimestamp(issue.statusChanged),
  issuelinks: renderLinks,
  subtasks: (issue, site) => subtasksOf(site, issue).map((subtask) => linkedIssue(site, subtask)),
  comment: (issue, site, viewer) => {
    const comments = commentsOf(site, issue.id).map((comment) => renderComment(site, comment, viewer));
    const self = `${site.url()}/rest/api/3/issue/${issue.id}/comment`;
    return { comments, self, maxResults: comments.length, total: comments.length, startAt: 0 };
  },
  watches: (issue, site, viewer) => {
    const watchers = watchersOf(site, issue.id);
    const self = `${site.url()}/rest/api/3/issue/${issue.key}/watchers`;
    return { self, watchCount: watchers.length, isWatching: watchers.includes(viewer.accountId) };
  },
};

const DETAIL_ONLY = new Set(['comment']);

/** Which fields `fields=` asks for: `*all`, `*navigable`, ids, and `-id` to take one out. */
export function selectFields(requested: readonly string[], whenNothing: '*all' | 'id'): FieldDefinition[] {
  const wanted = requested.length > 0 ? requested : [whenNothing];
  const excluded = wanted.filter((name) => name.startsWith('-')).map((name) => name.slice(1));
  const onlyExclusions = excluded.length === wanted.length;
  const all = wanted.includes('*all') || (onlyExclusions && whenNothing === '*all');
  const navigable = wanted.includes('*navigable') || (onlyExclusions && whenNothing === 'id');
  return FIELDS.filter((field) => !excluded.includes(field.id)).filter(
    (field) => all || (navigable && !DETAIL_ONLY.has(field.id)) || wanted.includes(field.id),
  );
}

export function renderFields(
  site: Site,
  issue: Issue,
  viewer: Actor,
  fields: readonly FieldDefinition[],
): Record<string, unknown> {
  const rendered: Record<string, unknown> = {};
  for (const field of fields) {
    const compute = COMPUTED[field.id];
    const value = compute
      ? compute(issue, site, viewer)
      : CODECS[field.codec].render(issue.fields[field.id], site, viewer);
    if (value !== undefined) rendered[field.id] = value;
  }
  return rendered;
}

/** An issue as GET and search show it (OpenAPI schema IssueBean); `fields` is left out when none was asked for. */
export function renderIssue(
  site: Site,
  issue: Issue,
  viewer: Actor,
  fields: readonly FieldDefinition[],
  properties: readonly string[] = [],
): Record<string, unknown> {
  const values = properties
    .map((key) => [key, getProperty(site, 'issue', issue.id, key)] as const)
    .filter(([, value]) => value !== undefined);
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${site.url()}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    ...(fields.length > 0 ? { fields: renderFields(site, issue, viewer, fields) } : {}),
    ...(properties.length > 0 ? { properties: Object.fromEntries(values) } : {}),
  };
}

/** `names` and `schema` of the fields shown, as the expands of the same names give them. */
export function describeFields(fields: readonly FieldDefinition[], expand: readonly string[]): Record<string, unknown> {
  return {
    ...(expand.includes('names') ? { names: Object.fromEntries(fields.map((field) => [field.id, field.name])) } : {}),
    ...(expand.includes('schema')
      ? { schema: Object.fromEntries(fields.map((field) => [field.id, field.schema])) }
      : {}),
  };
}
