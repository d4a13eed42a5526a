import { html, raw } from 'hono/html';
import type { OutboxMail } from '../../types';
import { keptProject, linkAs, type Visit } from '../visit';
import { momentIn } from './dates';
import { renderPage } from './layout';
import { avatar, type Markup } from './markup';
import { pictureOf, readPeople, type JiraUser } from './people';
import { safeHtml } from './safe-html';

/** Links of a mail lead where its reader would be: on this site they open as that person. */
function mailLink(visit: Visit, mail: OutboxMail): (href: string) => string {
  const { jira } = visit.site.origins();
  return (href) => (href.startsWith(jira) ? jira + linkAs(href.slice(jira.length) || '/', mail.to.accountId) : href);
}

function textBody(visit: Visit, mail: OutboxMail): Markup {
  const link = mailLink(visit, mail);
  const parts = mail.text.split(/(https?:\/\/[^\s<>"')]+)/g);
  const inner = parts.map((part, at) => (at % 2 === 1 ? html`<a href="${link(part)}">${part}</a>` : part));
  return html`<pre class="mail-text">${inner}</pre>`;
}

function mailItem(visit: Visit, mail: OutboxMail, people: JiraUser[]): Markup {
  const to = people.find((person) => person.accountId === mail.to.accountId);
  const sender = mail.source === 'notify' ? `${visit.site.app.name} through Jira` : 'Jira';
  return html`<li class="mail">
    <details class="mail-details">
      <summary class="mail-head">
        ${avatar(pictureOf(to), { size: 32 })}
        <span class="mail-lines">
          <span class="mail-subject">${mail.subject}</span>
          <span class="quiet">From ${sender} to ${mail.to.displayName}</span>
        </span>
        <span class="quiet mail-at">${momentIn(visit, mail.at)}</span>
      </summary>
      <div class="mail-body">
        ${mail.html ? raw(safeHtml(mail.html, mailLink(visit, mail))) : textBody(visit, mail)}
        ${
          mail.issueKey
            ? html`<p class="mail-foot">
                <a href="${linkAs(`/browse/${mail.issueKey}`, mail.to.accountId)}"
                  >View ${mail.issueKey} as ${mail.to.displayName}</a
                >
              </p>`
            : ''
        }
      </div>
    </details>
  </li>`;
}

function reader(visit: Visit, wanted: string): OutboxMail[] {
  const mails = visit.site.outbox().filter((mail) => wanted === 'all' || mail.to.accountId === wanted);
  return [...mails].sort((a, b) => b.at - a.at || b.id - a.id);
}

function filterBar(visit: Visit, wanted: string, people: JiraUser[]): Markup {
  return html`<form class="filter" method="get" data-submit-on-change>
    <input type="hidden" name="as" value="${visit.me.accountId}" />
    <input type="hidden" name="project" value="${keptProject(visit)?.key ?? ''}" />
    <label class="visually-hidden" for="mail-for">Mail for</label>
    <select class="field" id="mail-for" name="for">
      <option value="all" ${wanted === 'all' ? 'selected' : ''}>Everybody</option>
      ${people.map(
        (person) =>
          html`<option value="${person.accountId}" ${person.accountId === wanted ? 'selected' : ''}>
            ${person.displayName}
          </option>`,
      )}
    </select>
    <noscript><button class="button">Show</button></noscript>
  </form>`;
}

/** Every mail the site would have sent: the app's through `notify`, and Jira's own. */
export async function outboxPage(visit: Visit): Promise<Markup> {
  const wanted = visit.url.searchParams.get('for') ?? visit.me.accountId;
  const people = await readPeople(visit);
  const mails = reader(visit, wanted);
  const name = people.find((person) => person.accountId === wanted)?.displayName;
  return await renderPage(visit, {
    title: 'Mail',
    current: 'outbox',
    project: keptProject(visit),
    content: html`<header class="page-header">
        <h1>Mail</h1>
        <span class="badge">${mails.length}</span>
        ${filterBar(visit, wanted, people)}
      </header>
      <p class="page-lead">Nothing leaves this machine: what Jira and the app would have sent lands here.</p>
      ${
        mails.length === 0
          ? html`<section class="empty">
              <h2>No mail${name ? ` for ${name}` : ''} yet</h2>
              <p>Assign an issue, mention somebody, or move the clock on to a reminder.</p>
            </section>`
          : html`<ul class="mails" data-mails>
              ${mails.map((mail) => mailItem(visit, mail, people))}
            </ul>`
      }`,
  });
}
