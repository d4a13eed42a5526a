import { html } from 'hono/html';
import type { IconName } from '../assets/icons';
import type { Visit } from '../visit';
import { dayText, todayOf } from './dates';
import type { IssueFields, JiraIssue, Status } from './jira-issue';
import { avatar, icon, type Markup } from './markup';
import { pictureOf } from './people';

/** A status as Jira's lozenge, coloured by its category. */
export function statusLozenge(status: Status): Markup {
  return html`<span class="lozenge lozenge-${status.statusCategory.key}">${status.name}</span>`;
}

/** Jira's usual types have their usual pictures; others show what Jira has for them. */
const typeIcons: Record<string, IconName> = {
  Bug: 'bug',
  Improvement: 'improvement',
  Story: 'story',
  'Sub-task': 'subtask',
  Subtask: 'subtask',
  Task: 'task',
};

/** The picture of an issue type, named for screen readers. */
export function typeIcon(type: IssueFields['issuetype']): Markup {
  const name = typeIcons[type.name] ?? (type.iconUrl ? undefined : 'task');
  if (name) return html`<span class="type-icon" role="img" aria-label="${type.name}">${icon(name)}</span>`;
  return html`<img class="type-icon" src="${type.iconUrl}" alt="${type.name}" width="16" height="16" />`;
}

/** A due date; marked once it is over and the issue is not done. */
export function dueDate(visit: Visit, fields: IssueFields): Markup {
  if (!fields.duedate) return html``;
  const late = fields.duedate < todayOf(visit) && fields.status.statusCategory.key !== 'done';
  const text = dayText(fields.duedate);
  return html`<span class="due ${late ? 'due-late' : ''}">${icon('clock')}${late ? `Overdue: ${text}` : text}</span>`;
}

/** Who does it, as a picture with a name. */
export function assigneePicture(fields: IssueFields): Markup {
  return avatar(pictureOf(fields.assignee), { alt: fields.assignee?.displayName ?? 'Unassigned' });
}

/** One line of an issue list. `end` is what the list adds behind it. */
export function issueRow(visit: Visit, issue: JiraIssue, end: Markup = html``): Markup {
  const { fields } = issue;
  const done = fields.status.statusCategory.key === 'done';
  return html`<li class="issue-row">
    ${typeIcon(fields.issuetype)}
    <a class="issue-key ${done ? 'issue-key-done' : ''}" href="${visit.link(`/browse/${issue.key}`)}">${issue.key}</a>
    <a class="issue-summary" href="${visit.link(`/browse/${issue.key}`)}" tabindex="-1">${fields.summary}</a>
    ${dueDate(visit, fields)} ${statusLozenge(fields.status)} ${assigneePicture(fields)} ${end}
  </li>`;
}
