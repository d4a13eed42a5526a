import type { Site } from '../site';

export type PropertyOwner = 'issue' | 'user' | 'app' | 'comment' | 'sprint' | 'board' | 'project';

export function getProperty(site: Site, owner: PropertyOwner, id: string, key: string): unknown {
  const row = site.sql.first<{ value: string }>(
    'SELECT value FROM jira_property WHERE entity = ? AND entity_id = ? AND key = ?',
    owner,
    id,
    key,
  );
  return row && (JSON.parse(row.value) as unknown);
}

export const propertyKeys = (site: Site, owner: PropertyOwner, id: string): string[] =>
  site.sql
    .all<{ key: string }>('SELECT key FROM jira_property WHERE entity = ? AND entity_id = ? ORDER BY key', owner, id)
    .map((row) => row.key);

/** Returns whether the property is new (201 instead of 200). */
export function setProperty(site: Site, owner: PropertyOwner, id: string, key: string, value: unknown): boolean {
  const isNew = getProperty(site, owner, id, key) === undefined;
  site.sql.run(
    'INSERT OR REPLACE INTO jira_property (entity, entity_id, key, value) VALUES (?, ?, ?, ?)',
    owner,
    id,
    key,
    JSON.stringify(value),
  );
  return isNew;
}

/** Returns false when there was none. */
export function deleteProperty(site: Site, owner: PropertyOwner, id: string, key: string): boolean {
  const existed = getProperty(site, owner, id, key) !== undefined;
  site.sql.run('DELETE FROM jira_property WHERE entity = ? AND entity_id = ? AND key = ?', owner, id, key);
  return existed;
}
