import type { Visit } from '../visit';
import { issueDetail } from './issue-detail';
import type { JiraIssue } from './jira-issue';
import { renderPage } from './layout';
import type { Markup } from './markup';

/** An issue on a page of its own; undefined when Jira shows this person no such issue. */
export async function issuePage(visit: Visit, key: string): Promise<Markup | undefined> {
  const issue = await visit.read<JiraIssue>(`/rest/api/3/issue/${encodeURIComponent(key)}`);
  if (!issue) return undefined;
  const project = visit.site.project(issue.fields.project?.key ?? key.replace(/-\d+$/, ''));
  return await renderPage(visit, {
    title: `[${issue.key}] ${issue.fields.summary}`,
    project,
    current: 'issue',
    content: await issueDetail(visit, issue),
  });
}

/** The same without a page around it: for dialogs, and to show what a change has changed. */
export async function issueFragment(visit: Visit, key: string): Promise<Markup | undefined> {
  const issue = await visit.read<JiraIssue>(`/rest/api/3/issue/${encodeURIComponent(key)}`);
  return issue && (await issueDetail(visit, issue));
}
