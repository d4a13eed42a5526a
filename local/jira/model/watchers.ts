import type { Site } from '../site';

export const watchersOf = (site: Site, issueId: string): string[] =>
  site.sql
    .all<{ account_id: string }>(
      'SELECT account_id FROM jira_watcher WHERE issue_id = ? ORDER BY rowid',
      Number(issueId),
    )
    .map((row) => row.account_id);

export function addWatcher(site: Site, issueId: string, accountId: string): void {
  site.sql.run('INSERT OR IGNORE INTO jira_watcher (issue_id, account_id) VALUES (?, ?)', Number(issueId), accountId);
}

export function removeWatcher(site: Site, issueId: string, accountId: string): void {
  site.sql.run('DELETE FROM jira_watcher WHERE issue_id = ? AND account_id = ?', Number(issueId), accountId);
}
