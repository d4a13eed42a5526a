import * as v from 'valibot';
import { refuse } from '../errors';
import { visibleIssue, type Issue } from '../model/issues';
import { can } from '../model/permissions';
import { findUser, renderAccount } from '../model/users';
import { addWatcher, removeWatcher, watchersOf } from '../model/watchers';
import { noContent, ok, operation, q } from '../operation';
import { READ_WORK, WRITE_WORK } from '../scope-sets';
import type { Actor, Site } from '../site';

const PATH = '/rest/api/3/issue/{issueIdOrKey}/watchers';

/** Everybody may watch and stop watching; putting others on the list or off it takes a permission. */
function watcherAsked(site: Site, actor: Actor, issue: Issue, accountId: string): string {
  if (!findUser(site, accountId)) throw refuse(404, `The user '${accountId}' does not exist.`);
  if (accountId !== actor.accountId && !can(site, actor.accountId, 'MANAGE_WATCHERS', issue.projectId))
    throw refuse(403, 'You do not have permission to manage the watcher list.');
  return accountId;
}

export const watcherOperations = [
  operation({
    method: 'GET',
    path: PATH,
    scopes: READ_WORK,
    handle({ site, actor, params, charge }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      const watchers = watchersOf(site, issue.id);
      const mayView = can(site, actor.accountId, 'VIEW_VOTERS_AND_WATCHERS', issue.projectId);
      charge({ identity: watchers.length });
      return ok({
        self: `${site.url()}/rest/api/3/issue/${issue.key}/watchers`,
        isWatching: watchers.includes(actor.accountId),
        watchCount: watchers.length,
        watchers: mayView ? watchers.map((accountId) => renderAccount(site, accountId, actor)) : [],
      });
    },
  }),
  operation({
    method: 'POST',
    path: PATH,
    scopes: WRITE_WORK,
    body: v.optional(v.string()),
    handle({ site, actor, params, body }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      addWatcher(site, issue.id, watcherAsked(site, actor, issue, body ?? actor.accountId));
      return noContent();
    },
  }),
  operation({
    method: 'DELETE',
    path: PATH,
    scopes: WRITE_WORK,
    query: { accountId: q.text },
    handle({ site, actor, params, query }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      if (!query.accountId) throw refuse(400, 'The accountId query parameter needs to be provided');
      removeWatcher(site, issue.id, watcherAsked(site, actor, issue, query.accountId));
      return noContent();
    },
  }),
];
