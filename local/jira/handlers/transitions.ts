import { refuse } from '../errors';
import { renderStatus, statusById, transitionsOf, type Transition } from '../config/workflow';
import { parseFields } from '../fields/write-fields';
import { changeStatus } from '../model/changes';
import { visibleIssue, type Issue } from '../model/issues';
import { can } from '../model/permissions';
import { projectById } from '../model/projects';
import { setProperty } from '../model/properties';
import { noContent, ok, operation, q } from '../operation';
import { READ_WORK, WRITE_WORK } from '../scope-sets';
import type { Actor, Site } from '../site';
import { checkedProperties, issueUpdate } from './issue-payload';

/** What this actor may do with the issue's status now. Without the permission the list is empty, not refused. */
function available(site: Site, actor: Actor, issue: Issue): Transition[] {
  if (!can(site, actor.accountId, 'TRANSITION_ISSUES', issue.projectId)) return [];
  const { style } = projectById(site, issue.projectId);
  return transitionsOf(style).filter((transition) => transition.looped || transition.to !== issue.statusId);
}

const render = (site: Site, transition: Transition): Record<string, unknown> => ({
  id: transition.id,
  name: transition.name,
  to: renderStatus(statusById(transition.to), site.url()),
  hasScreen: false,
  isGlobal: true,
  isInitial: false,
  isAvailable: true,
  isConditional: false,
  looped: transition.looped,
});

export const transitionOperations = [
  operation({
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}/transitions',
    scopes: READ_WORK,
    query: {
      expand: q.text,
      transitionId: q.text,
      skipRemoteOnlyCondition: q.flag,
      includeUnavailableTransitions: q.flag,
      sortByOpsBarAndStatus: q.flag,
    },
    handle({ site, actor, params, query, charge }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      charge({ core: 1 });
      const shown = available(site, actor, issue).filter(
        (transition) => query.transitionId === undefined || transition.id === query.transitionId,
      );
      const fields = query.expand?.includes('transitions.fields') ? { fields: {} } : {};
      return ok({
        expand: 'transitions',
        transitions: shown.map((transition) => ({ ...render(site, transition), ...fields })),
      });
    },
  }),
  operation({
    method: 'POST',
    path: '/rest/api/3/issue/{issueIdOrKey}/transitions',
    scopes: WRITE_WORK,
    body: issueUpdate,
    handle({ site, actor, params, body }) {
      const issue = visibleIssue(site, actor, params['issueIdOrKey'] ?? '');
      const id = body.transition?.id;
      if (id === undefined) throw refuse(400, "Missing 'transition' identifier");
      const transition = available(site, actor, issue).find((candidate) => candidate.id === id);
      if (!transition) throw refuse(400, `Transition id '${id}' is not valid for this issue.`);
      const project = projectById(site, issue.projectId);
      const values = parseFields(body, { site, actor, project, issueTypeId: issue.issueTypeId, issue });
      for (const { key, value } of checkedProperties(body.properties)) setProperty(site, 'issue', issue.id, key, value);
      changeStatus(site, actor, issue, transition.to, values);
      return noContent();
    },
  }),
];
