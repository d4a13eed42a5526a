import type { ChangeItem } from '../model/events';
import { visibleIssue, type Issue } from '../model/issues';
import { renderAccount } from '../model/users';
import { ok, operation, q } from '../operation';
import { pageOf } from '../pages';
import { READ_WORK } from '../scope-sets';
import type { Actor, Site } from '../site';
import { siteTimestamp } from '../timestamps';

interface Row {
  id: number;
  author: string;
  at: number;
  items: string;
}

function entries(site: Site, issue: Issue, viewer: Actor, order: 'ASC' | 'DESC'): Record<string, unknown>[] {
  const rows = site.sql.all<Row>(
    `SELECT id, author, at, items FROM jira_changelog WHERE issue_id = ? ORDER BY id ${order}`,
    Number(issue.id),
  );
  return rows.map(({ id, author, at, items }) => ({
    id: String(id),
    author: renderAccount(site, author, viewer),
    created: siteTimestamp(at),
    items: JSON.parse(items) as ChangeItem[],
  }));
}

/** As `expand=changelog` shows it: newest first, at most a hundred. */
export function changelogOf(site: Site, issue: Issue, viewer: Actor): Record<string, unknown> {
  const histories = entries(site, issue, viewer, 'DESC');
  return {
    startAt: 0,
    maxResults: Math.min(100, histories.length),
    total: histories.length,
    histories: histories.slice(0, 100),
  };
}

export const changelogOperations = [
  operation({
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}/changelog',
    scopes: READ_WORK,
    query: { startAt: q.int, maxResults: q.int },
    handle({ site, actor, params, query, charge }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      const { values, page } = pageOf(entries(site, issue, actor, 'ASC'), query.startAt, query.maxResults ?? 100);
      charge({ core: 1 });
      return ok({ self: `${site.url()}/rest/api/3/issue/${issue.id}/changelog`, ...page, values });
    },
  }),
];
