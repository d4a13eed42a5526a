import { fieldById, type FieldDefinition } from '../config/fields';
import { statusById } from '../config/workflow';
import { CODECS } from '../fields/codec';
import type { Actor, Site } from '../site';
import { queueIssueEvent, type ChangeItem } from './events';
import { saveIssue, type Issue } from './issues';
import { noticeAssigned, noticeMentioned } from './notices';

function changeOf(site: Site, field: FieldDefinition, before: unknown, after: unknown): ChangeItem {
  const from = CODECS[field.codec].log(before, site);
  const to = CODECS[field.codec].log(after, site);
  return {
    field: field.schema.custom ? field.name : field.id,
    fieldId: field.id,
    fieldtype: field.schema.custom ? 'custom' : 'jira',
    from: from.id,
    fromString: from.text,
    to: to.id,
    toString: to.text,
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Writes a changelog entry, newest last. */
export function logChange(site: Site, issueId: string, author: string, items: ChangeItem[]): string {
  const at = site.clock.now();
  return String(
    site.sql.run(
      'INSERT INTO jira_changelog (issue_id, author, at, items) VALUES (?, ?, ?, ?)',
      Number(issueId),
      author,
      at,
      JSON.stringify(items),
    ),
  );
}

function finish(site: Site, actor: Actor, before: Issue, after: Issue, items: ChangeItem[]): Issue {
  if (items.length === 0) return before;
  saveIssue(site, after);
  const id = logChange(site, after.id, actor.accountId, items);
  const changelog = { id, items };
  queueIssueEvent(site, actor, 'avi:jira:updated:issue', after, { changelog });
  if (after.fields.assignee !== before.fields.assignee) {
    queueIssueEvent(site, actor, 'avi:jira:assigned:issue', after, { changelog });
    noticeAssigned(site, actor, after);
  }
  if (!same(before.fields.description, after.fields.description))
    noticeMentioned(site, actor, after, after.fields.description);
  return after;
}

/** Stores new values of fields with changelog, event and mails. Nothing at all happens when nothing differs. */
export function changeFields(site: Site, actor: Actor, issue: Issue, values: Record<string, unknown>): Issue {
  const items: ChangeItem[] = [];
  for (const [id, value] of Object.entries(values)) {
    const field = fieldById(id);
    if (field && !same(issue.fields[id], value)) items.push(changeOf(site, field, issue.fields[id], value));
  }
  const after: Issue = { ...issue, updated: site.clock.now(), fields: { ...issue.fields, ...values } };
  return finish(site, actor, issue, after, items);
}

/** Moves an issue to another status; entering a done status resolves it, leaving one unresolves it. */
export function changeStatus(
  site: Site,
  actor: Actor,
  issue: Issue,
  statusId: string,
  values: Record<string, unknown> = {},
): Issue {
  const from = statusById(issue.statusId);
  const to = statusById(statusId);
  const now = site.clock.now();
  const items: ChangeItem[] = Object.entries(values).flatMap(([id, value]) => {
    const field = fieldById(id);
    return field && !same(issue.fields[id], value) ? [changeOf(site, field, issue.fields[id], value)] : [];
  });
  if (from.id !== to.id)
    items.unshift({
      field: 'status',
      fieldId: 'status',
      fieldtype: 'jira',
      from: from.id,
      fromString: from.name,
      to: to.id,
      toString: to.name,
    });
  const isDone = to.category.key === 'done';
  const wasDone = from.category.key === 'done';
  if (isDone !== wasDone) {
    const [before, after] = isDone ? [null, 'Done'] : ['Done', null];
    items.push({
      field: 'resolution',
      fieldId: 'resolution',
      fieldtype: 'jira',
      from: before && '10000',
      fromString: before,
      to: after && '10000',
      toString: after,
    });
  }
  return finish(
    site,
    actor,
    issue,
    {
      ...issue,
      statusId,
      updated: now,
      resolved: isDone ? (issue.resolved ?? now) : null,
      statusChanged: from.category.key === to.category.key ? issue.statusChanged : now,
      fields: { ...issue.fields, ...values },
    },
    items,
  );
}
