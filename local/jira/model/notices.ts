import { adfText, mentionedIn, type AdfNode } from '../adf';
import type { Actor, Site } from '../site';
import type { Issue } from './issues';
import { sendMail } from './mail';
import { findUser } from './users';
import { watchersOf } from './watchers';

const nameOf = (site: Site, accountId: string): string => findUser(site, accountId)?.displayName ?? 'Somebody';

function tell(site: Site, actor: Actor, issue: Issue, accountId: string | null, what: string, detail: string): void {
  if (!accountId || accountId === actor.accountId) return;
  const subject = `[Jira] ${nameOf(site, actor.accountId)} ${what} ${issue.key}`;
  const link = `${site.url()}/browse/${issue.key}`;
  sendMail(site, issue, accountId, {
    subject,
    text: `${issue.key} ${issue.fields.summary}\n\n${detail}${link}`,
    source: 'jira',
  });
}

/** Jira's own mail to a new assignee; never to whoever did it. */
export function noticeAssigned(site: Site, actor: Actor, issue: Issue): void {
  tell(site, actor, issue, issue.fields.assignee, 'assigned you', '');
}

/** Jira's own mail to people mentioned in a text. Returns whom it wrote to. */
export function noticeMentioned(site: Site, actor: Actor, issue: Issue, body: AdfNode | null): string[] {
  const mentioned = mentionedIn(body);
  for (const accountId of mentioned) tell(site, actor, issue, accountId, 'mentioned you on', `${adfText(body)}\n`);
  return mentioned;
}

/** Jira's own mail about a comment: mentioned people are told of the mention, watchers, assignee and reporter of the comment. */
export function noticeCommented(site: Site, actor: Actor, issue: Issue, body: AdfNode): void {
  const mentioned = noticeMentioned(site, actor, issue, body);
  const others = new Set([...watchersOf(site, issue.id), issue.fields.assignee, issue.fields.reporter]);
  for (const accountId of others) {
    if (accountId && !mentioned.includes(accountId))
      tell(site, actor, issue, accountId, 'commented on', `${adfText(body)}\n`);
  }
}
