import type { AdfNode } from '../adf';
import { issueNotFound } from '../errors';
import { nextNumber, type Actor, type Site } from '../site';
import { can } from './permissions';

/** An issue as stored: ids, never names; times in milliseconds; `fields` hold what its codecs parsed, by field id. */
export interface Issue {
  id: string;
  key: string;
  projectId: string;
  issueTypeId: string;
  statusId: string;
  creator: string;
  created: number;
  updated: number;
  resolved: number | null;
  statusChanged: number;
  fields: IssueFields;
}

export interface IssueFields {
  summary: string;
  description: AdfNode | null;
  assignee: string | null;
  reporter: string | null;
  priority: string;
  labels: string[];
  duedate: string | null;
  /** Numeric issue id. */
  parent: string | null;
  /** Sprint ids, closed ones first. */
  customfield_10020: number[];
  customfield_10019: number;
  [customField: string]: unknown;
}

const parse = (doc: string): Issue => JSON.parse(doc) as Issue;

/** By numeric id or key (in any case); consistent, whatever search still believes. */
export function findIssue(site: Site, idOrKey: string): Issue | undefined {
  const row = /^\d+$/.test(idOrKey)
    ? site.sql.first<{ doc: string }>('SELECT doc FROM jira_issue WHERE id = ?', Number(idOrKey))
    : site.sql.first<{ doc: string }>('SELECT doc FROM jira_issue WHERE key = ?', idOrKey.toUpperCase());
  return row && parse(row.doc);
}

/** 404 when missing or invisible: Jira makes no difference. */
export function visibleIssue(site: Site, actor: Actor, idOrKey: string): Issue {
  const issue = findIssue(site, idOrKey);
  if (!issue || !can(site, actor.accountId, 'BROWSE_PROJECTS', issue.projectId)) throw issueNotFound();
  return issue;
}

/** Gives out the next id and key of a project; both are never used again. */
export function newIssueIdentity(site: Site, projectId: string, projectKey: string): { id: string; key: string } {
  const id = nextNumber(site, 'issue', 10101);
  return { id: String(id), key: `${projectKey}-${nextNumber(site, `issue-of-${projectId}`, 1)}` };
}

/** Stores an issue; search keeps what it knew until the index lag is over. */
export function saveIssue(site: Site, issue: Issue): void {
  const now = site.clock.now();
  const staleUntil = now + site.indexLagMs();
  site.sql.run(
    `INSERT INTO jira_issue (id, key, project_id, doc, stale_doc, stale_until) VALUES (?, ?, ?, ?, NULL, ?)
     ON CONFLICT (id) DO UPDATE SET stale_doc = CASE WHEN stale_until > ? THEN stale_doc ELSE doc END, stale_until = excluded.stale_until, doc = excluded.doc`,
    Number(issue.id),
    issue.key,
    issue.projectId,
    JSON.stringify(issue),
    staleUntil,
    now,
  );
}

/** Removes an issue and everything that hangs on it. */
export function removeIssue(site: Site, issue: Issue): void {
  const id = Number(issue.id);
  for (const table of ['jira_changelog', 'jira_comment', 'jira_watcher', 'jira_remote_link'])
    site.sql.run(`DELETE FROM ${table} WHERE issue_id = ?`, id);
  site.sql.run("DELETE FROM jira_property WHERE entity = 'issue' AND entity_id = ?", issue.id);
  site.sql.run('DELETE FROM jira_issue_link WHERE inward_id = ? OR outward_id = ?', id, id);
  site.sql.run('DELETE FROM jira_issue WHERE id = ?', id);
}

/** Every issue of these projects, up to date. */
export function issuesOf(site: Site, projectIds: readonly string[]): Issue[] {
  const marks = projectIds.map(() => '?').join(', ');
  return site.sql
    .all<{ doc: string }>(`SELECT doc FROM jira_issue WHERE project_id IN (${marks}) ORDER BY id`, ...projectIds)
    .map((row) => parse(row.doc));
}

/** What search believes: issues inside their index lag as they were before, new ones not at all. `reconciled` ids are up to date. */
export function indexedIssuesOf(site: Site, projectIds: readonly string[], reconciled: ReadonlySet<string>): Issue[] {
  const marks = projectIds.map(() => '?').join(', ');
  const rows = site.sql.all<{ id: number; doc: string; stale_doc: string | null; stale_until: number }>(
    `SELECT id, doc, stale_doc, stale_until FROM jira_issue WHERE project_id IN (${marks}) ORDER BY id`,
    ...projectIds,
  );
  const now = site.clock.now();
  return rows
    .map((row) => (row.stale_until <= now || reconciled.has(String(row.id)) ? row.doc : row.stale_doc))
    .filter((doc) => doc !== null)
    .map(parse);
}

export const subtasksOf = (site: Site, issue: Issue): Issue[] =>
  issuesOf(site, [issue.projectId]).filter((candidate) => candidate.fields.parent === issue.id);
