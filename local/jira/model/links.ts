import { LINK_TYPES, type LinkType } from '../config/link-types';
import type { Site } from '../site';

/** "A blocks B": `inwardId` is A, the source, `outwardId` is B. */
export interface IssueLink {
  id: number;
  typeId: string;
  inwardId: number;
  outwardId: number;
}

const SELECT = 'SELECT id, type_id AS typeId, inward_id AS inwardId, outward_id AS outwardId FROM jira_issue_link';

/** The type a stored link names; its absence is a bug. */
export function linkTypeById(id: string): LinkType {
  const found = LINK_TYPES.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`No link type ${id}`);
  return found;
}

export const linksOf = (site: Site, issueId: string): IssueLink[] =>
  site.sql.all<IssueLink>(
    `${SELECT} WHERE inward_id = ? OR outward_id = ? ORDER BY id`,
    Number(issueId),
    Number(issueId),
  );

export const findLink = (site: Site, id: string): IssueLink | undefined =>
  site.sql.first<IssueLink>(`${SELECT} WHERE id = ?`, Number(id));

/** Returns the new link's id. */
export function insertLink(site: Site, link: Omit<IssueLink, 'id'>): number {
  return site.sql.run(
    'INSERT INTO jira_issue_link (type_id, inward_id, outward_id) VALUES (?, ?, ?)',
    link.typeId,
    link.inwardId,
    link.outwardId,
  );
}

export function removeLink(site: Site, id: number): void {
  site.sql.run('DELETE FROM jira_issue_link WHERE id = ?', id);
}
