import type { AdfNode } from '../adf';
import type { Actor, Site } from '../site';
import { siteTimestamp } from '../timestamps';
import { renderAccount } from './users';

export interface Comment {
  id: number;
  issueId: number;
  author: string;
  updateAuthor: string;
  created: number;
  updated: number;
  body: AdfNode;
}

interface Row extends Omit<Comment, 'body'> {
  body: string;
}

const SELECT =
  'SELECT id, issue_id AS issueId, author, update_author AS updateAuthor, created, updated, body FROM jira_comment';
const read = (row: Row): Comment => ({ ...row, body: JSON.parse(row.body) as AdfNode });

/** Oldest first. */
export const commentsOf = (site: Site, issueId: string): Comment[] =>
  site.sql.all<Row>(`${SELECT} WHERE issue_id = ? ORDER BY id`, Number(issueId)).map(read);

export function findComment(site: Site, issueId: string, id: string): Comment | undefined {
  const row = site.sql.first<Row>(`${SELECT} WHERE id = ? AND issue_id = ?`, Number(id), Number(issueId));
  return row && read(row);
}

export function insertComment(site: Site, issueId: string, author: string, body: AdfNode): Comment {
  const now = site.clock.now();
  const id = site.sql.run(
    'INSERT INTO jira_comment (issue_id, author, update_author, created, updated, body) VALUES (?, ?, ?, ?, ?, ?)',
    Number(issueId),
    author,
    author,
    now,
    now,
    JSON.stringify(body),
  );
  return { id, issueId: Number(issueId), author, updateAuthor: author, created: now, updated: now, body };
}

export function updateComment(site: Site, comment: Comment): void {
  site.sql.run(
    'UPDATE jira_comment SET body = ?, updated = ?, update_author = ? WHERE id = ?',
    JSON.stringify(comment.body),
    comment.updated,
    comment.updateAuthor,
    comment.id,
  );
}

export function removeComment(site: Site, id: number): void {
  site.sql.run('DELETE FROM jira_comment WHERE id = ?', id);
}

/** OpenAPI schema Comment. */
export function renderComment(site: Site, comment: Comment, viewer: Actor): Record<string, unknown> {
  return {
    self: `${site.url()}/rest/api/3/issue/${comment.issueId}/comment/${comment.id}`,
    id: String(comment.id),
    author: renderAccount(site, comment.author, viewer),
    body: comment.body,
    updateAuthor: renderAccount(site, comment.updateAuthor, viewer),
    created: siteTimestamp(comment.created),
    updated: siteTimestamp(comment.updated),
    jsdPublic: true,
  };
}
