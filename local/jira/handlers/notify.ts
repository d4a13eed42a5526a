import * as v from 'valibot';
import { refuse } from '../errors';
import { visibleIssue, type Issue } from '../model/issues';
import { sendMail } from '../model/mail';
import { can } from '../model/permissions';
import { findUser } from '../model/users';
import { watchersOf } from '../model/watchers';
import { noContent, operation } from '../operation';
import { workOr } from '../scope-sets';
import type { Actor, Site } from '../site';

const group = v.looseObject({ name: v.optional(v.string()), groupId: v.optional(v.nullable(v.string())) });
const notification = v.strictObject({
  subject: v.optional(v.string()),
  textBody: v.optional(v.string()),
  htmlBody: v.optional(v.string()),
  to: v.optional(
    v.strictObject({
      assignee: v.optional(v.boolean()),
      reporter: v.optional(v.boolean()),
      watchers: v.optional(v.boolean()),
      voters: v.optional(v.boolean()),
      users: v.optional(v.array(v.looseObject({ accountId: v.string() }))),
      groups: v.optional(v.array(group)),
      groupIds: v.optional(v.array(v.string())),
    }),
  ),
  restrict: v.optional(
    v.strictObject({
      permissions: v.optional(v.array(v.looseObject({ key: v.optional(v.string()), id: v.optional(v.string()) }))),
      groups: v.optional(v.array(group)),
      groupIds: v.optional(v.array(v.string())),
    }),
  ),
});

type To = NonNullable<v.InferOutput<typeof notification>['to']>;

/** Everybody an answer to `to` may mean, before anybody is left out. */
function meant(site: Site, { fields, id }: Issue, to: To): string[] {
  const named = (to.users ?? []).map(({ accountId }) => accountId);
  const roles = [to.assignee ? fields.assignee : null, to.reporter ? fields.reporter : null];
  return [...named, ...roles, ...(to.watchers ? watchersOf(site, id) : [])].filter((accountId) => accountId !== null);
}

/** Who is meant. 400 for a person who does not exist, an assignee or reporter the issue lacks, and the caller alone. */
function recipients(site: Site, actor: Actor, issue: Issue, to: To): string[] {
  const named = (to.users ?? []).map(({ accountId }) => accountId);
  const unknown = named.find((accountId) => findUser(site, accountId) === undefined);
  if (unknown !== undefined) throw refuse(400, `The user with account id '${unknown}' does not exist.`);
  if (to.assignee && !issue.fields.assignee) throw refuse(400, 'The issue is unassigned.');
  const all = meant(site, issue, to);
  if (all.length === 0) throw refuse(400, 'No recipients were defined for notification.');
  const others = [...new Set(all)].filter((accountId) => accountId !== actor.accountId);
  if (others.length === 0 || named.includes(actor.accountId)) throw refuse(400, 'You cannot notify yourself.');
  return others;
}

/** `restrict.permissions` names keys as notification schemes do: BROWSE stands for BROWSE_PROJECTS. */
const permissionKey = (key: string): string => (key === 'BROWSE' ? 'BROWSE_PROJECTS' : key);

export const notifyOperations = [
  operation({
    method: 'POST',
    path: '/rest/api/3/issue/{issueIdOrKey}/notify',
    scopes: workOr('write', 'send:notification:jira'),
    body: notification,
    handle({ site, actor, params, body }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      const restricted = (body.restrict?.permissions ?? []).map(({ key }) => permissionKey(key ?? ''));
      const readers = recipients(site, actor, issue, body.to ?? {}).filter((accountId) =>
        restricted.every((key) => can(site, accountId, key, issue.projectId)),
      );
      const subject = body.subject ?? `(${issue.key}) ${issue.fields.summary}`;
      const text = body.textBody ?? `${issue.key} ${issue.fields.summary}\n${site.url()}/browse/${issue.key}`;
      for (const accountId of readers)
        sendMail(site, issue, accountId, {
          subject,
          text,
          ...(body.htmlBody === undefined ? {} : { html: body.htmlBody }),
          source: 'notify',
        });
      return noContent();
    },
  }),
];
