import type { OutboxMail } from '../../types';
import type { Site } from '../site';
import { findUser } from './users';
import { can } from './permissions';
import type { Issue } from './issues';

/** Puts a mail about an issue into the outbox, unless its reader may not see the issue or is no active person. Says whether it went. */
export function sendMail(
  site: Site,
  issue: Issue,
  accountId: string,
  mail: { subject: string; text: string; html?: string; source: OutboxMail['source'] },
): boolean {
  const user = findUser(site, accountId);
  if (!user?.active || user.accountType !== 'atlassian' || !can(site, accountId, 'BROWSE_PROJECTS', issue.projectId))
    return false;
  const row: Omit<OutboxMail, 'id'> = {
    at: site.clock.now(),
    to: { accountId, displayName: user.displayName, email: user.emailAddress },
    issueKey: issue.key,
    ...mail,
  };
  site.sql.run('INSERT INTO jira_mail (doc) VALUES (?)', JSON.stringify(row));
  return true;
}

/** Everything sent so far, oldest first. */
export function outbox(site: Site): OutboxMail[] {
  return site.sql
    .all<{ id: number; doc: string }>('SELECT id, doc FROM jira_mail ORDER BY id')
    .map((row) => ({ id: row.id, ...(JSON.parse(row.doc) as Omit<OutboxMail, 'id'>) }));
}
