import { html } from 'hono/html';
import type { SiteProject } from '../../types';
import type { Visit } from '../visit';
import { issueRow } from './issue-parts';
import { searchIssues } from './jira-issue';
import { renderPage } from './layout';
import { icon, type Markup } from './markup';

/** JQL for what a person typed: the words anywhere in the summary, or an issue's key. */
function jqlFor(text: string, project: SiteProject | undefined): string {
  const within = project ? `project = "${project.key}"` : 'project is not EMPTY';
  const words = text.trim().replace(/["\\]/g, ' ').trim();
  if (words === '') return `${within} ORDER BY updated DESC`;
  if (/^[A-Z][A-Z0-9]+-\d+$/i.test(words)) return `key = "${words.toUpperCase()}"`;
  return `${within} AND summary ~ "${words}" ORDER BY updated DESC`;
}

function emptyList(text: string): Markup {
  return html`<section class="empty">
    <h2>${text ? `Nothing matches "${text}"` : 'No issues yet'}</h2>
    <p>${text ? 'Try fewer words, or an issue key such as SUN-1.' : 'What the team agrees to do will show up here.'}</p>
  </section>`;
}

/** Issues of a project, or of the whole site when nobody says which. */
export async function issueListPage(visit: Visit, project?: SiteProject): Promise<Markup> {
  const text = visit.url.searchParams.get('text') ?? '';
  const issues = await searchIssues(visit, jqlFor(text, project));
  const heading = text ? `Issues matching "${text}"` : 'Issues';
  return await renderPage(visit, {
    title: project ? `${heading} - ${project.name}` : heading,
    project,
    current: 'issues',
    content: html`<header class="page-header">
        <h1>${heading}</h1>
        <span class="badge">${issues.length}</span>
        ${
          project
            ? html`<form class="filter" role="search" aria-label="Issues of ${project.name}" method="get">
                <input type="hidden" name="as" value="${visit.me.accountId}" />
                <span class="search-icon">${icon('search')}</span>
                <input
                  class="field search-field"
                  type="search"
                  name="text"
                  value="${text}"
                  aria-label="Filter issues"
                  placeholder="Filter by words"
                />
              </form>`
            : ''
        }
      </header>
      ${
        issues.length === 0
          ? emptyList(text)
          : html`<ul class="issue-list">
              ${issues.map((issue) => issueRow(visit, issue))}
            </ul>`
      }`,
  });
}
