import { html } from 'hono/html';
import { keptProject, type Visit } from '../visit';
import { issueRow } from './issue-parts';
import { searchIssues } from './jira-issue';
import { renderPage } from './layout';
import { avatar, type Markup } from './markup';
import { pictureOf, readPeople } from './people';

/** A person's profile: who they are, and what of theirs this viewer may see. */
export async function personPage(visit: Visit, accountId: string): Promise<Markup | undefined> {
  const people = await readPeople(visit);
  const person = people.find((each) => each.accountId === accountId);
  if (!person) return undefined;
  const issues = await searchIssues(
    visit,
    `assignee = "${accountId}" AND statusCategory != Done ORDER BY updated DESC`,
  );
  return await renderPage(visit, {
    title: person.displayName,
    current: '',
    project: keptProject(visit),
    content: html`<header class="page-header profile">
        ${avatar(pictureOf(person), { size: 64 })}
        <div>
          <h1>${person.displayName}</h1>
          <p class="quiet">${person.timeZone ?? 'No time zone'}</p>
        </div>
      </header>
      <section class="page-section">
        <h2>Works on</h2>
        ${
          issues.length === 0
            ? html`<p class="quiet">Nothing that you can see.</p>`
            : html`<ul class="issue-list">
                ${issues.map((issue) => issueRow(visit, issue))}
              </ul>`
        }
      </section>`,
  });
}
