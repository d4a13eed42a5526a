import { adfText } from '../adf';
import { FIELDS, SPRINT_FIELD } from '../config/fields';
import { ISSUE_TYPES, issueTypeById } from '../config/issue-types';
import { PRIORITIES } from '../config/priorities';
import { STATUSES, STATUS_CATEGORIES, statusById } from '../config/workflow';
import { commentsOf } from '../model/comments';
import { findIssue, type Issue } from '../model/issues';
import { allProjects, projectById } from '../model/projects';
import { findSprint, sprintsOf } from '../model/sprints';
import { findUser } from '../model/users';
import { watchersOf } from '../model/watchers';
import type { JqlContext } from './context';

/** How JQL reads one field. `read` gives every name a value goes by, or nothing when it is empty. */
export interface JqlField {
  name: string;
  kind: 'choice' | 'text' | 'moment' | 'day' | 'number' | 'rank';
  read(issue: Issue, context: JqlContext): (string | number)[];
  /** Whether such a value exists at all; without it every value is fine. */
  knows?(value: string, context: JqlContext): boolean;
  /** Where values have an order of their own (priority): the place of a named value, comparable with `order`. */
  placeOf?(value: string): number | undefined;
  /** For ORDER BY where the first name read is not what counts. */
  order?(issue: Issue, context: JqlContext): string | number | undefined;
}

const given = (...values: (string | number | null | undefined)[]): (string | number)[] =>
  values.filter((value) => value !== null && value !== undefined);
const isOneOf = (names: string[], value: string): boolean =>
  names.some((name) => name.toLowerCase() === value.toLowerCase());

const person = (name: string, of: (issue: Issue) => string | null): JqlField => ({
  name,
  kind: 'choice',
  read: (issue, { site }) => {
    const id = of(issue);
    return id ? given(id, findUser(site, id)?.displayName) : [];
  },
});
const moment = (name: string, of: (issue: Issue) => number | null): JqlField => ({
  name,
  kind: 'moment',
  read: (issue) => given(of(issue)),
});

const issueNames = (id: string | null, { site }: JqlContext): (string | number)[] => {
  const found = id ? findIssue(site, id) : undefined;
  return found ? [found.key, found.id] : [];
};
const issueExists = (value: string, { site, projectIds }: JqlContext): boolean => {
  const found = findIssue(site, value);
  return found !== undefined && projectIds.includes(found.projectId);
};

const key: JqlField = {
  name: 'key',
  kind: 'choice',
  read: (issue) => [issue.key, issue.id],
  knows: issueExists,
  order: (issue) => Number(issue.key.split('-')[1]),
};
const type: JqlField = {
  name: 'issuetype',
  kind: 'choice',
  read: (issue) => [issueTypeById(issue.issueTypeId).name, issue.issueTypeId],
  knows: (value) =>
    isOneOf(
      ISSUE_TYPES.flatMap(({ id, name }) => [id, name]),
      value,
    ),
};
const sprint: JqlField = {
  name: 'sprint',
  kind: 'choice',
  read: (issue, { site }) => issue.fields[SPRINT_FIELD].flatMap((id) => given(String(id), findSprint(site, id)?.name)),
  knows: (value, { site }) =>
    isOneOf(
      sprintsOf(site).flatMap(({ id, name }) => [String(id), name]),
      value,
    ),
  order: (issue) => issue.fields[SPRINT_FIELD].at(-1),
};
const text = (issue: Issue, { site }: JqlContext): string[] => [
  issue.fields.summary,
  adfText(issue.fields.description),
  ...commentsOf(site, issue.id).map((comment) => adfText(comment.body)),
];
const due: JqlField = { name: 'due', kind: 'day', read: (issue) => given(issue.fields.duedate) };
const resolved = moment('resolved', (issue) => issue.resolved);

const SYSTEM: Record<string, JqlField> = {
  key,
  issue: key,
  issuekey: key,
  id: key,
  type,
  issuetype: type,
  due,
  duedate: due,
  resolved,
  resolutiondate: resolved,
  sprint,
  project: {
    name: 'project',
    kind: 'choice',
    read: (issue, { site }) => {
      const { key: projectKey, name } = projectById(site, issue.projectId);
      return [projectKey, issue.projectId, name];
    },
    knows: (value, { site, projectIds }) =>
      isOneOf(
        allProjects(site)
          .filter(({ id }) => projectIds.includes(id))
          .flatMap((project) => [project.id, project.key, project.name]),
        value,
      ),
  },
  status: {
    name: 'status',
    kind: 'choice',
    read: (issue) => [statusById(issue.statusId).name, issue.statusId],
    knows: (value) =>
      isOneOf(
        STATUSES.flatMap(({ id, name }) => [id, name]),
        value,
      ),
  },
  statuscategory: {
    name: 'statusCategory',
    kind: 'choice',
    read: (issue) => {
      const { name, key: categoryKey, id } = statusById(issue.statusId).category;
      return [name, categoryKey, String(id)];
    },
    knows: (value) =>
      isOneOf(
        STATUS_CATEGORIES.flatMap(({ id, key: categoryKey, name }) => [String(id), categoryKey, name]),
        value,
      ),
    order: (issue) => STATUS_CATEGORIES.indexOf(statusById(issue.statusId).category),
  },
  resolution: {
    name: 'resolution',
    kind: 'choice',
    read: (issue) => (issue.resolved ? ['Done', '10000'] : []),
    knows: (value) => isOneOf(['Done', '10000', 'Unresolved'], value),
  },
  priority: {
    name: 'priority',
    kind: 'choice',
    read: (issue) => given(PRIORITIES.find(({ id }) => id === issue.fields.priority)?.name, issue.fields.priority),
    knows: (value) =>
      isOneOf(
        PRIORITIES.flatMap(({ id, name }) => [id, name]),
        value,
      ),
    // The highest priority is the greatest, not the first.
    order: (issue) => -Number(issue.fields.priority),
    placeOf: (value) => {
      const found = PRIORITIES.find(({ id, name }) => isOneOf([id, name], value));
      return found && -Number(found.id);
    },
  },
  assignee: person('assignee', (issue) => issue.fields.assignee),
  reporter: person('reporter', (issue) => issue.fields.reporter),
  creator: person('creator', (issue) => issue.creator),
  watcher: { name: 'watcher', kind: 'choice', read: (issue, { site }) => watchersOf(site, issue.id) },
  labels: { name: 'labels', kind: 'choice', read: (issue) => issue.fields.labels },
  parent: {
    name: 'parent',
    kind: 'choice',
    read: (issue, context) => issueNames(issue.fields.parent, context),
    knows: issueExists,
  },
  created: moment('created', (issue) => issue.created),
  createddate: moment('created', (issue) => issue.created),
  updated: moment('updated', (issue) => issue.updated),
  updateddate: moment('updated', (issue) => issue.updated),
  statuscategorychangeddate: moment('statusCategoryChangedDate', (issue) => issue.statusChanged),
  summary: { name: 'summary', kind: 'text', read: (issue) => [issue.fields.summary] },
  description: { name: 'description', kind: 'text', read: (issue) => given(adfText(issue.fields.description) || null) },
  comment: { name: 'comment', kind: 'text', read: (issue, context) => text(issue, context).slice(2) },
  text: { name: 'text', kind: 'text', read: text },
  rank: { name: 'rank', kind: 'rank', read: (issue) => [issue.fields.customfield_10019] },
};

/** A custom field by its name or `cf[number]`. */
function customField(name: string): JqlField | undefined {
  const field = FIELDS.find(
    (candidate) => candidate.schema.custom && candidate.clauseNames.some((clause) => clause.toLowerCase() === name),
  );
  if (!field) return undefined;
  if (field.codec === 'sprint') return sprint;
  if (field.codec === 'rank') return SYSTEM['rank'];
  if (field.codec === 'number')
    return { name: field.name, kind: 'number', read: (issue) => given(issue.fields[field.id] as number | null) };
  const options = field.options ?? [];
  return {
    name: field.name,
    kind: 'choice',
    read: (issue) => {
      const option = issue.fields[field.id] as { id: string; value: string } | null | undefined;
      return option ? [option.value, option.id] : [];
    },
    knows: (value) =>
      isOneOf(
        options.flatMap(({ id, value: optionValue }) => [id, optionValue]),
        value,
      ),
  };
}

/** The field a query names, in any case; entity properties are looked up elsewhere. */
export const jqlField = (name: string): JqlField | undefined =>
  SYSTEM[name.toLowerCase()] ?? customField(name.toLowerCase());
