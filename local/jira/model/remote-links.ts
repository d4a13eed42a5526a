import type { Site } from '../site';

/** Everything a client may set; what it leaves out is null. */
export interface RemoteLinkDoc {
  application?: { type?: string | undefined; name?: string | undefined } | undefined;
  relationship?: string | undefined;
  object: Record<string, unknown>;
}

export interface RemoteLink {
  id: number;
  globalId: string | null;
  doc: RemoteLinkDoc;
}

interface Row {
  id: number;
  globalId: string | null;
  doc: string;
}

const SELECT = 'SELECT id, global_id AS globalId, doc FROM jira_remote_link';
const read = (row: Row): RemoteLink => ({ ...row, doc: JSON.parse(row.doc) as RemoteLinkDoc });

export const remoteLinksOf = (site: Site, issueId: string): RemoteLink[] =>
  site.sql.all<Row>(`${SELECT} WHERE issue_id = ? ORDER BY id`, Number(issueId)).map(read);

/** Creates, or replaces the link with the same global id on this issue. */
export function upsertRemoteLink(
  site: Site,
  issueId: string,
  globalId: string | null,
  doc: RemoteLinkDoc,
): { id: number; isNew: boolean } {
  const known = globalId === null ? undefined : remoteLinksOf(site, issueId).find((link) => link.globalId === globalId);
  if (known) {
    site.sql.run('UPDATE jira_remote_link SET doc = ? WHERE id = ?', JSON.stringify(doc), known.id);
    return { id: known.id, isNew: false };
  }
  const id = site.sql.run(
    'INSERT INTO jira_remote_link (issue_id, global_id, doc) VALUES (?, ?, ?)',
    Number(issueId),
    globalId,
    JSON.stringify(doc),
  );
  return { id, isNew: true };
}

export function replaceRemoteLink(site: Site, id: number, globalId: string | null, doc: RemoteLinkDoc): void {
  site.sql.run('UPDATE jira_remote_link SET global_id = ?, doc = ? WHERE id = ?', globalId, JSON.stringify(doc), id);
}

export function removeRemoteLink(site: Site, id: number): void {
  site.sql.run('DELETE FROM jira_remote_link WHERE id = ?', id);
}

/** OpenAPI schema RemoteIssueLink. */
export function renderRemoteLink(site: Site, issueKey: string, link: RemoteLink): Record<string, unknown> {
  const { application, relationship, object } = link.doc;
  return {
    id: link.id,
    self: `${site.url()}/rest/api/3/issue/${issueKey}/remotelink/${link.id}`,
    ...(link.globalId === null ? {} : { globalId: link.globalId }),
    application: application ?? {},
    ...(relationship === undefined ? {} : { relationship }),
    object: { icon: {}, status: { icon: {} }, ...object },
  };
}
