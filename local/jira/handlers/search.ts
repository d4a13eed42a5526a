import * as v from 'valibot';
import { refuse } from '../errors';
import { searchIssues } from '../jql/search';
import { describeFields, renderIssue, selectFields } from '../model/render-issue';
import { ok, operation, q, type Reply, type Call } from '../operation';
import { READ_WORK } from '../scope-sets';
import type { Issue } from '../model/issues';

interface Search {
  jql?: string | undefined;
  fields?: string[] | undefined;
  maxResults?: number | undefined;
  nextPageToken?: string | undefined;
  expand?: string | undefined;
  properties?: string[] | undefined;
  reconcileIssues?: number[] | undefined;
}

const DEFAULT_PAGE = 50;
const MOST = 5000;
const RECONCILED = 50;
const PROPERTIES = 5;
/** Pages are shorter than asked for while more is to come: a client that takes a short page for the last one is wrong. */
const FILL = 2 / 3;

const encode = (offset: number, jql: string): string =>
  Buffer.from(JSON.stringify([offset, jql])).toString('base64url');

function offsetOf(token: string, jql: string): number {
  try {
    const [offset, of] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof offset === 'number' && of === jql) return offset;
  } catch {
    // falls through: not one of our tokens
  }
  throw refuse(400, 'The provided next page token is invalid or expired.');
}

function cut(all: Issue[], search: Search): { issues: Issue[]; next?: string } {
  const jql = search.jql ?? '';
  const from = search.nextPageToken ? offsetOf(search.nextPageToken, jql) : 0;
  const size = Math.min(Math.max(1, search.maxResults ?? DEFAULT_PAGE), MOST);
  const short = Math.max(1, Math.floor(size * FILL));
  const issues = all.slice(from, from + short);
  return from + short < all.length ? { issues, next: encode(from + short, jql) } : { issues };
}

function search(
  { site, actor, charge }: Pick<Call<unknown, unknown>, 'site' | 'actor' | 'charge'>,
  asked: Search,
): Reply {
  const { jql = '', fields: names = [], expand = '', properties = [], reconcileIssues = [] } = asked;
  if (reconcileIssues.length > RECONCILED) throw refuse(400, `At most ${RECONCILED} issues can be reconciled.`);
  if (properties.length > PROPERTIES) throw refuse(400, `At most ${PROPERTIES} properties can be requested.`);
  const { issues, next } = cut(searchIssues(site, actor, jql, new Set(reconcileIssues.map(String))), asked);
  const fields = selectFields(names, 'id');
  charge({ core: issues.length });
  return ok({
    issues: issues.map((issue) => renderIssue(site, issue, actor, fields, properties)),
    ...(next ? { nextPageToken: next } : {}),
    isLast: next === undefined,
    ...describeFields(fields, expand.split(',')),
  });
}

const gone = operation({
  method: 'GET',
  path: '/rest/api/3/search',
  scopes: READ_WORK,
  query: {
    jql: q.text,
    startAt: q.int,
    maxResults: q.int,
    validateQuery: q.text,
    fields: q.list,
    expand: q.text,
    properties: q.list,
  },
  handle: () => {
    throw refuse(
      410,
      'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
    );
  },
});

export const searchOperations = [
  operation({
    method: 'POST',
    path: '/rest/api/3/search/jql',
    scopes: READ_WORK,
    writes: false,
    body: v.strictObject({
      jql: v.optional(v.string()),
      fields: v.optional(v.array(v.string())),
      fieldsByKeys: v.optional(v.boolean()),
      maxResults: v.optional(v.pipe(v.number(), v.integer())),
      nextPageToken: v.optional(v.string()),
      expand: v.optional(v.string()),
      properties: v.optional(v.array(v.string())),
      reconcileIssues: v.optional(v.array(v.pipe(v.number(), v.integer()))),
    }),
    handle: (call) => search(call, call.body),
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/search/jql',
    scopes: READ_WORK,
    query: {
      jql: q.text,
      fields: q.list,
      fieldsByKeys: q.flag,
      maxResults: q.int,
      nextPageToken: q.text,
      expand: q.text,
      properties: q.list,
      reconcileIssues: q.list,
      failFast: q.flag,
    },
    handle: (call) => search(call, { ...call.query, reconcileIssues: call.query.reconcileIssues?.map(Number) }),
  }),
  operation({
    method: 'POST',
    path: '/rest/api/3/search/approximate-count',
    scopes: READ_WORK,
    writes: false,
    body: v.strictObject({ jql: v.optional(v.string()) }),
    handle({ site, actor, body }) {
      return ok({ count: searchIssues(site, actor, body.jql ?? '', new Set()).length });
    },
  }),
  gone,
  { ...gone, method: 'POST' as const },
];
