import { html } from 'hono/html';
import type { Visit } from '../visit';
import { momentIn } from './dates';
import { dueDate } from './issue-parts';
import type { IssueFields, JiraIssue } from './jira-issue';
import { avatar, type Markup } from './markup';
import { pictureOf, type JiraUser } from './people';

interface FieldInfo {
  id: string;
  schema?: { custom?: string };
}

const SPRINT_FIELD = 'com.pyxis.greenhopper.jira:gh-sprint';

async function sprintNames(visit: Visit, issue: JiraIssue): Promise<string> {
  const fields = await visit.read<FieldInfo[]>('/rest/api/3/field');
  const id = fields?.find((field) => field.schema?.custom === SPRINT_FIELD)?.id;
  const sprints = id === undefined ? undefined : (issue.fields[id] as { name: string }[] | null | undefined);
  return sprints?.map((sprint) => sprint.name).join(', ') ?? '';
}

function person(user: JiraUser | null | undefined): Markup {
  if (!user) return html`<span class="quiet">Nobody</span>`;
  return html`<span class="person">${avatar(pictureOf(user))}${user.displayName}</span>`;
}

function assigneePicker(issue: JiraIssue, assignable: JiraUser[]): Markup {
  const { assignee } = issue.fields;
  const known = assignable.some((user) => user.accountId === assignee?.accountId);
  const people = assignee && !known ? [assignee, ...assignable] : assignable;
  return html`<span class="person"
    >${avatar(pictureOf(assignee))}
    <select class="field field-quiet" data-change="assignee" aria-label="Assignee">
      <option value="">Unassigned</option>
      ${people.map(
        (user) =>
          html`<option value="${user.accountId}" ${user.accountId === assignee?.accountId ? 'selected' : ''}>
            ${user.displayName}
          </option>`,
      )}
    </select></span
  >`;
}

function row(term: string, value: Markup | string): Markup {
  return html`<div class="field-row">
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
}

const nothing = html`<span class="quiet">None</span>`;

function dueDateField(visit: Visit, fields: IssueFields, mayEdit: boolean): Markup {
  if (!mayEdit) return dueDate(visit, fields);
  return html`<input
    class="field field-quiet"
    type="date"
    data-change="duedate"
    aria-label="Due date"
    value="${fields.duedate ?? ''}"
  />`;
}

function labels(fields: IssueFields): Markup {
  if (!fields.labels?.length) return nothing;
  return html`${fields.labels.map((label) => html`<span class="label">${label}</span> `)}`;
}

function parentRow(visit: Visit, fields: IssueFields): Markup {
  if (!fields.parent) return html``;
  const { key } = fields.parent;
  return row('Parent', html`<a href="${visit.link(`/browse/${key}`)}">${key}</a>`);
}

function times(visit: Visit, { created, updated }: IssueFields): Markup {
  return html`<p class="quiet issue-times">
    ${created ? html`Created ${momentIn(visit, created)}<br />` : ''}
    ${updated ? html`Updated ${momentIn(visit, updated)}` : ''}
  </p>`;
}

/** The fields beside an issue; those Jira lets everybody with the permission change can be changed here. */
export async function issueFields(visit: Visit, issue: JiraIssue): Promise<Markup> {
  const { fields } = issue;
  const mayEdit = visit.site.can(visit.me.accountId, 'EDIT_ISSUES', fields.project?.key ?? '');
  const [assignable, sprint] = await Promise.all([
    visit.read<JiraUser[]>(`/rest/api/3/user/assignable/search?issueKey=${issue.key}&maxResults=50`),
    sprintNames(visit, issue),
  ]);
  return html`<dl class="fields">
      ${row('Assignee', mayEdit ? assigneePicker(issue, assignable ?? []) : person(fields.assignee))}
      ${row('Reporter', person(fields.reporter))} ${row('Due date', dueDateField(visit, fields, mayEdit))}
      ${row('Priority', fields.priority?.name ?? nothing)} ${row('Labels', labels(fields))}
      ${row('Sprint', sprint || nothing)} ${parentRow(visit, fields)}
    </dl>
    ${times(visit, fields)}`;
}
