import type { ProductEvent } from '../../types';
import { issueTypeById, renderIssueType } from '../config/issue-types';
import { renderStatus, statusById } from '../config/workflow';
import type { Actor, Site } from '../site';
import { siteTimestamp } from '../timestamps';
import type { Issue } from './issues';
import { projectById, renderProject } from './projects';
import { getProperty, propertyKeys } from './properties';
import type { Sprint } from './sprints';

/** A product event with the entity properties its issue had at that moment: trigger filters may ask for them. */
export interface JiraProductEvent extends ProductEvent {
  issueProperties?: Record<string, unknown>;
}

export interface ChangeItem {
  field: string;
  fieldId: string;
  fieldtype: 'jira' | 'custom';
  from: string | null;
  fromString: string | null;
  to: string | null;
  toString: string | null;
}

const person = (accountId: string | null): { accountId: string } | null => (accountId ? { accountId } : null);

function eventIssue(site: Site, issue: Issue): Record<string, unknown> {
  const { summary, reporter, assignee } = issue.fields;
  return {
    id: issue.id,
    key: issue.key,
    fields: {
      summary,
      issuetype: renderIssueType(issueTypeById(issue.issueTypeId), site.url()),
      creator: person(issue.creator),
      created: siteTimestamp(issue.created),
      project: renderProject(site, projectById(site, issue.projectId)),
      reporter: person(reporter),
      assignee: person(assignee),
      updated: siteTimestamp(issue.updated),
      status: renderStatus(statusById(issue.statusId), site.url()),
    },
  };
}

/** Properties of an issue by key. */
export const propertiesOf = (site: Site, issueId: string): Record<string, unknown> =>
  Object.fromEntries(
    propertyKeys(site, 'issue', issueId).map((key) => [key, getProperty(site, 'issue', issueId, key)]),
  );

/**
 * Queues a product event about an issue for after the commit.
 * Payload: developer.atlassian.com/platform/forge/events-reference/jira (issue events).
 */
export function queueIssueEvent(
  site: Site,
  actor: Actor,
  name: string,
  issue: Issue,
  extra: Record<string, unknown> = {},
): void {
  const people = [
    ...new Set([actor.accountId, issue.fields.assignee, issue.fields.reporter].filter((id) => id !== null)),
  ];
  const event: JiraProductEvent = {
    name,
    payload: {
      eventType: name,
      issue: eventIssue(site, issue),
      atlassianId: actor.accountId,
      associatedUsers: people.map((accountId) => ({ accountId })),
      selfGenerated: actor.selfGenerated,
      timestamp: site.clock.now(),
      ...extra,
    },
    issueProperties: propertiesOf(site, issue.id),
  };
  site.events.push(event);
}

/** Queues a sprint event. Payload: developer.atlassian.com/platform/forge/events-reference/jira-software. */
export function queueSprintEvent(
  site: Site,
  actor: Actor,
  name: string,
  sprint: Sprint,
  oldValue?: Partial<Sprint>,
): void {
  const { id, boardId, name: title, goal, state, createdDate, startDate, endDate, completeDate } = sprint;
  site.events.push({
    name,
    payload: {
      eventType: name,
      sprint: {
        id: String(id),
        originBoardId: String(boardId),
        name: title,
        goal,
        state,
        createDate: createdDate,
        ...(startDate ? { startDate } : {}),
        ...(endDate ? { endDate } : {}),
        ...(completeDate ? { completeDate } : {}),
      },
      ...(oldValue ? { oldValue } : {}),
      atlassianId: actor.accountId,
      selfGenerated: actor.selfGenerated,
    },
  });
}
