import * as v from 'valibot';
import { LINK_TYPES, renderLinkType } from '../config/link-types';
import { refuse } from '../errors';
import { findIssue, visibleIssue, type Issue } from '../model/issues';
import { findLink, insertLink, linkTypeById, linksOf, removeLink } from '../model/links';
import { can } from '../model/permissions';
import { linkedIssue } from '../model/render-issue';
import { created, noContent, ok, operation } from '../operation';
import { READ_WORK, WRITE_WORK } from '../scope-sets';
import type { Actor, Site } from '../site';

const linked = v.looseObject({ id: v.optional(v.string()), key: v.optional(v.string()) });

function linkable(site: Site, actor: Actor, named: { id?: string | undefined; key?: string | undefined }): Issue {
  const issue = visibleIssue(site, actor, named.id ?? named.key ?? '');
  if (!can(site, actor.accountId, 'LINK_ISSUES', issue.projectId))
    throw refuse(404, 'No Link Issue Permission for issue ' + `'${issue.key}'`);
  return issue;
}

export const issueLinkOperations = [
  operation({
    method: 'GET',
    path: '/rest/api/3/issueLinkType',
    scopes: READ_WORK,
    handle: ({ site }) => ok({ issueLinkTypes: LINK_TYPES.map((type) => renderLinkType(type, site.url())) }),
  }),
  operation({
    method: 'POST',
    path: '/rest/api/3/issueLink',
    scopes: WRITE_WORK,
    body: v.strictObject({
      type: v.looseObject({ id: v.optional(v.string()), name: v.optional(v.string()) }),
      inwardIssue: linked,
      outwardIssue: linked,
    }),
    handle({ site, actor, body }) {
      const type = LINK_TYPES.find(
        (candidate) =>
          candidate.id === body.type.id || (body.type.id === undefined && candidate.name === body.type.name),
      );
      if (!type) throw refuse(404, `No issue link type with name '${body.type.name ?? body.type.id ?? ''}' found.`);
      const [inward, outward] = [linkable(site, actor, body.inwardIssue), linkable(site, actor, body.outwardIssue)];
      const ends = { typeId: type.id, inwardId: Number(inward.id), outwardId: Number(outward.id) };
      const known = linksOf(site, inward.id).some(
        (link) => link.typeId === ends.typeId && link.inwardId === ends.inwardId && link.outwardId === ends.outwardId,
      );
      if (!known) insertLink(site, ends);
      return created();
    },
  }),
  operation({
    method: 'GET',
    path: '/rest/api/3/issueLink/{linkId}',
    scopes: READ_WORK,
    handle({ site, actor, params, charge }) {
      const link = findLink(site, params['linkId'] ?? '');
      const ends = link && [findIssue(site, String(link.inwardId)), findIssue(site, String(link.outwardId))];
      const [inward, outward] = ends ?? [];
      if (
        !link ||
        !inward ||
        !outward ||
        ![inward, outward].every((issue) => can(site, actor.accountId, 'BROWSE_PROJECTS', issue.projectId))
      )
        throw refuse(404, `No issue link with id '${params['linkId'] ?? ''}' exists.`);
      charge({ core: 2 });
      const self = `${site.url()}/rest/api/3/issueLink/${link.id}`;
      return ok({
        id: String(link.id),
        self,
        type: renderLinkType(linkTypeById(link.typeId), site.url()),
        inwardIssue: linkedIssue(site, inward),
        outwardIssue: linkedIssue(site, outward),
      });
    },
  }),
  operation({
    method: 'DELETE',
    path: '/rest/api/3/issueLink/{linkId}',
    scopes: WRITE_WORK,
    handle({ site, actor, params }) {
      const link = findLink(site, params['linkId'] ?? '');
      if (!link) throw refuse(404, `No issue link with id '${params['linkId'] ?? ''}' exists.`);
      for (const id of [link.inwardId, link.outwardId]) linkable(site, actor, { id: String(id) });
      removeLink(site, link.id);
      return noContent();
    },
  }),
];
