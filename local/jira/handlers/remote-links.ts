import * as v from 'valibot';
import { refuse, refuseFields } from '../errors';
import { visibleIssue, type Issue } from '../model/issues';
import { can } from '../model/permissions';
import {
  remoteLinksOf,
  removeRemoteLink,
  renderRemoteLink,
  replaceRemoteLink,
  upsertRemoteLink,
  type RemoteLink,
  type RemoteLinkDoc,
} from '../model/remote-links';
import { created, noContent, ok, operation, q } from '../operation';
import { READ_WORK, WRITE_WORK } from '../scope-sets';
import type { Actor, Site } from '../site';

const icon = v.strictObject({
  url16x16: v.optional(v.string()),
  title: v.optional(v.string()),
  link: v.optional(v.string()),
});
const payload = v.strictObject({
  globalId: v.optional(v.string()),
  application: v.optional(v.strictObject({ type: v.optional(v.string()), name: v.optional(v.string()) })),
  relationship: v.optional(v.string()),
  object: v.optional(
    v.strictObject({
      url: v.optional(v.string()),
      title: v.optional(v.string()),
      summary: v.optional(v.string()),
      icon: v.optional(icon),
      status: v.optional(v.strictObject({ resolved: v.optional(v.boolean()), icon: v.optional(icon) })),
    }),
  ),
});

const PATH = '/rest/api/3/issue/{issueIdOrKey}/remotelink';
const GLOBAL_ID_LENGTH = 255;

function linkable(site: Site, actor: Actor, idOrKey: string | undefined): Issue {
  const issue = visibleIssue(site, actor, idOrKey ?? '');
  if (!can(site, actor.accountId, 'LINK_ISSUES', issue.projectId))
    throw refuse(403, 'You do not have permission to link issues.');
  return issue;
}

function urlProblem(url: string | undefined): string | undefined {
  if (!url) return "'url' is required.";
  return URL.canParse(url) ? undefined : "'url' is not a valid URL.";
}

/** 400 without url or title, and for addresses that are none. */
function checked(body: v.InferOutput<typeof payload>): { globalId: string | null; doc: RemoteLinkDoc } {
  const { globalId = null, object = {}, ...rest } = body;
  const isLong = globalId !== null && globalId.length > GLOBAL_ID_LENGTH;
  const problems = {
    title: object.title ? undefined : "'title' is required.",
    url: urlProblem(object.url),
    globalId: isLong ? `'globalId' must not be longer than ${GLOBAL_ID_LENGTH} characters.` : undefined,
  };
  const errors = Object.entries(problems).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (errors.length > 0) throw refuseFields(Object.fromEntries(errors));
  return { globalId, doc: { ...rest, object } };
}

function linkById(site: Site, issue: Issue, id: string | undefined): RemoteLink {
  const link = remoteLinksOf(site, issue.id).find((candidate) => String(candidate.id) === id);
  if (!link) throw refuse(404, `No remote link with id '${id ?? ''}' on issue '${issue.key}'.`);
  return link;
}

export const remoteLinkOperations = [
  operation({
    method: 'GET',
    path: PATH,
    scopes: READ_WORK,
    query: { globalId: q.text },
    handle({ site, actor, params, query, charge }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      charge({ core: 1 });
      const links = remoteLinksOf(site, issue.id);
      if (query.globalId === undefined) return ok(links.map((link) => renderRemoteLink(site, issue.key, link)));
      const link = links.find((candidate) => candidate.globalId === query.globalId);
      if (!link) throw refuse(404, `No remote link with global id '${query.globalId}' on issue '${issue.key}'.`);
      return ok(renderRemoteLink(site, issue.key, link));
    },
  }),
  operation({
    method: 'POST',
    path: PATH,
    scopes: WRITE_WORK,
    body: payload,
    handle({ site, actor, params, body }) {
      const issue = linkable(site, actor, params['issueIdOrKey']);
      const { globalId, doc } = checked(body);
      const { id, isNew } = upsertRemoteLink(site, issue.id, globalId, doc);
      const identifies = { id, self: `${site.url()}/rest/api/3/issue/${issue.key}/remotelink/${id}` };
      return isNew ? created(identifies) : ok(identifies);
    },
  }),
  operation({
    method: 'DELETE',
    path: PATH,
    scopes: WRITE_WORK,
    query: { globalId: q.text },
    handle({ site, actor, params, query }) {
      const issue = linkable(site, actor, params['issueIdOrKey']);
      if (!query.globalId) throw refuse(400, "'globalId' is required.");
      const link = remoteLinksOf(site, issue.id).find((candidate) => candidate.globalId === query.globalId);
      if (!link) throw refuse(404, `No remote link with global id '${query.globalId}' on issue '${issue.key}'.`);
      removeRemoteLink(site, link.id);
      return noContent();
    },
  }),
  operation({
    method: 'GET',
    path: `${PATH}/{linkId}`,
    scopes: READ_WORK,
    handle({ site, actor, params, charge }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      charge({ core: 1 });
      return ok(renderRemoteLink(site, issue.key, linkById(site, issue, params['linkId'])));
    },
  }),
  operation({
    method: 'PUT',
    path: `${PATH}/{linkId}`,
    scopes: WRITE_WORK,
    body: payload,
    handle({ site, actor, params, body }) {
      const issue = linkable(site, actor, params['issueIdOrKey']);
      const { globalId, doc } = checked(body);
      replaceRemoteLink(site, linkById(site, issue, params['linkId']).id, globalId, doc);
      return noContent();
    },
  }),
  operation({
    method: 'DELETE',
    path: `${PATH}/{linkId}`,
    scopes: WRITE_WORK,
    handle({ site, actor, params }) {
      const issue = linkable(site, actor, params['issueIdOrKey']);
      removeRemoteLink(site, linkById(site, issue, params['linkId']).id);
      return noContent();
    },
  }),
];
