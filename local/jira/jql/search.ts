import { JastBuilder, type Clause, type Jast, type OrderByField, type Query } from '@atlaskit/jql-ast';
import { refuse } from '../errors';
import { indexedIssuesOf, type Issue } from '../model/issues';
import { visibleProjects } from '../model/projects';
import { findUser } from '../model/users';
import { SITE_ZONE, type Actor, type Site } from '../site';
import type { JqlContext } from './context';
import { compile, resolveField } from './evaluate';

/** The most fields ORDER BY takes. Source: reference of POST /rest/api/3/search/jql. */
const ORDER_FIELDS = 7;

export const parseJql = (jql: string): Jast => new JastBuilder().build(jql);

function contextOf(site: Site, actor: Actor): JqlContext {
  const projectIds = visibleProjects(site, actor).map((project) => project.id);
  const zone = findUser(site, actor.accountId)?.timeZone ?? SITE_ZONE;
  return { site, actor, zone, now: site.clock.now(), projectIds };
}

function parsed(jql: string): { query: Query; where: Clause } {
  const { query, errors } = parseJql(jql);
  if (errors.length > 0) throw refuse(400, ...errors.map((problem) => `Error in the JQL Query: ${problem.message}`));
  if (!query?.where)
    throw refuse(400, 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
  return { query, where: query.where };
}

type Sorter = (a: Issue, b: Issue) => number;

function sorter(entry: OrderByField, context: JqlContext): Sorter {
  const field = resolveField(entry.field, context);
  const value = (issue: Issue): string | number | undefined =>
    field.order ? field.order(issue, context) : field.read(issue, context)[0];
  const sign = (entry.direction?.value ?? 'ASC').toUpperCase() === 'DESC' ? -1 : 1;
  return (left, right) => {
    const [a, b] = [value(left), value(right)];
    if (a === b) return 0;
    // Empty values come last when ascending, as in Jira.
    if (a === undefined || b === undefined) return (a === undefined ? 1 : -1) * sign;
    return (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b))) * sign;
  };
}

function order(query: Query, context: JqlContext): Sorter {
  const entries = query.orderBy?.fields ?? [];
  if (entries.length > ORDER_FIELDS)
    throw refuse(400, `The ORDER BY clause must not have more than ${ORDER_FIELDS} fields.`);
  const sorters = entries.map((entry) => sorter(entry, context));
  return (a, b) => sorters.map((sort) => sort(a, b)).find((result) => result !== 0) ?? Number(b.id) - Number(a.id);
}

/** The issues a query finds, as the index knows them; `reconciled` numeric ids are looked at as they are now. */
export function searchIssues(site: Site, actor: Actor, jql: string, reconciled: ReadonlySet<string>): Issue[] {
  const { query, where } = parsed(jql);
  const context = contextOf(site, actor);
  const test = compile(where, context);
  const sort = order(query, context);
  if (context.projectIds.length === 0) return [];
  return indexedIssuesOf(site, context.projectIds, reconciled).filter(test).sort(sort);
}

/** Checks every name and value of a query for this caller; an unbounded one is fine here. Throws 400. */
export function checkJql(site: Site, actor: Actor, jql: string): void {
  const { query } = parseJql(jql);
  const context = contextOf(site, actor);
  if (query?.where) compile(query.where, context);
  if (query) order(query, context);
}
