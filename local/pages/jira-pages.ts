import type { Context } from 'hono';
import type { SiteProject } from '../types';
import { backlogPage } from './views/backlog-page';
import { boardPage } from './views/board-page';
import { issueListPage } from './views/issue-list-page';
import { issueFragment, issuePage } from './views/issue-page';
import type { Markup } from './views/markup';
import { outboxPage } from './views/outbox-page';
import { personPage } from './views/person-page';
import { projectDetailsPage } from './views/project-details-page';
import { usagePage } from './views/usage-page';
import type { Visit } from './visit';

export type Render = (visit: Visit, c: Context) => Promise<Markup | undefined> | Markup | undefined;

/** A page of a project this person may browse. */
const inProject =
  (render: (visit: Visit, project: SiteProject) => Promise<Markup | undefined>): Render =>
  (visit, c) => {
    const project = visit.site.project(c.req.param('key') ?? '');
    if (!project || !visit.site.can(visit.me.accountId, 'BROWSE_PROJECTS', project.key)) return undefined;
    return render(visit, project);
  };

const parameter = (c: Context, name: string): string => c.req.param(name) ?? '';

/** Jira's own pages by address. */
export const jiraPages: Record<string, Render> = {
  '/jira/software/projects/:key': inProject(boardPage),
  '/jira/software/projects/:key/board': inProject(boardPage),
  '/jira/software/projects/:key/boards/:board': inProject(boardPage),
  '/jira/software/projects/:key/backlog': inProject(backlogPage),
  '/jira/software/projects/:key/boards/:board/backlog': inProject(backlogPage),
  '/jira/software/projects/:key/issues': inProject(issueListPage),
  '/jira/software/projects/:key/settings/details': inProject(projectDetailsPage),
  '/browse/:issue': (visit, c) => issuePage(visit, parameter(c, 'issue')),
  '/site/fragments/issue/:issue': (visit, c) => issueFragment(visit, parameter(c, 'issue')),
  '/issues': (visit) => issueListPage(visit),
  '/jira/people/:account': (visit, c) => personPage(visit, parameter(c, 'account')),
  '/site/outbox': (visit) => outboxPage(visit),
  '/site/usage': (visit) => usagePage(visit),
};
