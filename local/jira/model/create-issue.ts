import { RANK_FIELD, SPRINT_FIELD } from '../config/fields';
import { DEFAULT_PRIORITY } from '../config/priorities';
import { initialStatus } from '../config/workflow';
import { nextNumber, type Actor, type Site } from '../site';
import { queueIssueEvent } from './events';
import { newIssueIdentity, saveIssue, type Issue } from './issues';
import { noticeAssigned, noticeMentioned } from './notices';
import type { Project } from './projects';
import { setProperty } from './properties';
import { addWatcher } from './watchers';

/** Creates an issue from parsed values: identity, defaults, the creator as reporter and watcher, event and mails. */
export function createIssue(
  site: Site,
  actor: Actor,
  project: Project,
  issueTypeId: string,
  values: Record<string, unknown>,
  properties: { key: string; value: unknown }[] = [],
): Issue {
  const now = site.clock.now();
  const issue: Issue = {
    ...newIssueIdentity(site, project.id, project.key),
    projectId: project.id,
    issueTypeId,
    statusId: initialStatus(project.style),
    creator: actor.accountId,
    created: now,
    updated: now,
    resolved: null,
    statusChanged: now,
    fields: {
      summary: '',
      description: null,
      assignee: null,
      reporter: actor.accountId,
      priority: DEFAULT_PRIORITY,
      labels: [],
      duedate: null,
      parent: null,
      [SPRINT_FIELD]: [],
      ...values,
      [RANK_FIELD]: nextNumber(site, 'rank', 1),
    },
  };
  saveIssue(site, issue);
  addWatcher(site, issue.id, actor.accountId);
  for (const { key, value } of properties) setProperty(site, 'issue', issue.id, key, value);
  queueIssueEvent(site, actor, 'avi:jira:created:issue', issue);
  if (issue.fields.assignee) noticeAssigned(site, actor, issue);
  noticeMentioned(site, actor, issue, issue.fields.description);
  return issue;
}
