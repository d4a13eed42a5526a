import type { Store } from '../types';

/** Each entry is one migration; its position + 1 is the version. Never edit an old one, append. */
const MIGRATIONS: string[] = [
  `
  CREATE TABLE IF NOT EXISTS jira_sequence (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS jira_user (account_id TEXT PRIMARY KEY, position INTEGER NOT NULL, doc TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS jira_project (id TEXT PRIMARY KEY, key TEXT UNIQUE NOT NULL, doc TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS jira_role_actor (project_id TEXT NOT NULL, account_id TEXT NOT NULL, role_id TEXT NOT NULL,
    PRIMARY KEY (project_id, account_id, role_id));
  CREATE TABLE IF NOT EXISTS jira_issue (id INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, project_id TEXT NOT NULL, doc TEXT NOT NULL,
    stale_doc TEXT, stale_until INTEGER NOT NULL DEFAULT 0);
  CREATE INDEX IF NOT EXISTS jira_issue_project ON jira_issue (project_id);
  CREATE TABLE IF NOT EXISTS jira_changelog (id INTEGER PRIMARY KEY AUTOINCREMENT, issue_id INTEGER NOT NULL, author TEXT NOT NULL,
    at INTEGER NOT NULL, items TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS jira_changelog_issue ON jira_changelog (issue_id);
  CREATE TABLE IF NOT EXISTS jira_comment (id INTEGER PRIMARY KEY AUTOINCREMENT, issue_id INTEGER NOT NULL, author TEXT NOT NULL,
    update_author TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, body TEXT NOT NULL, visibility TEXT);
  CREATE INDEX IF NOT EXISTS jira_comment_issue ON jira_comment (issue_id);
  CREATE TABLE IF NOT EXISTS jira_watcher (issue_id INTEGER NOT NULL, account_id TEXT NOT NULL, PRIMARY KEY (issue_id, account_id));
  CREATE TABLE IF NOT EXISTS jira_property (entity TEXT NOT NULL, entity_id TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (entity, entity_id, key));
  CREATE TABLE IF NOT EXISTS jira_remote_link (id INTEGER PRIMARY KEY AUTOINCREMENT, issue_id INTEGER NOT NULL, global_id TEXT, doc TEXT NOT NULL);
  CREATE UNIQUE INDEX IF NOT EXISTS jira_remote_link_global ON jira_remote_link (issue_id, global_id) WHERE global_id IS NOT NULL;
  CREATE TABLE IF NOT EXISTS jira_issue_link (id INTEGER PRIMARY KEY AUTOINCREMENT, type_id TEXT NOT NULL, inward_id INTEGER NOT NULL,
    outward_id INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS jira_board (id INTEGER PRIMARY KEY, project_id TEXT NOT NULL, doc TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS jira_sprint (id INTEGER PRIMARY KEY, board_id INTEGER NOT NULL, doc TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS jira_mail (id INTEGER PRIMARY KEY AUTOINCREMENT, doc TEXT NOT NULL);
  `,
];

/** Brings the Jira tables of this store to the newest version. */
export function migrate(store: Store): void {
  store.exec('CREATE TABLE IF NOT EXISTS jira_migration (version INTEGER PRIMARY KEY)');
  const rows = store.prepare('SELECT max(version) AS version FROM jira_migration').all() as {
    version: number | null;
  }[];
  const done = rows[0]?.version ?? 0;
  MIGRATIONS.slice(done).forEach((text, index) => {
    store.exec(text);
    store.prepare('INSERT INTO jira_migration (version) VALUES (?)').run(done + index + 1);
  });
}
