import { html } from 'hono/html';
import type { Visit } from '../visit';
import { renderAdf } from './adf';
import { momentIn } from './dates';
import { issueFields } from './issue-fields';
import { typeIcon } from './issue-parts';
import { readTransitions, type JiraIssue, type Transition } from './jira-issue';
import { avatar, icon, type Markup } from './markup';
import { pictureOf, type JiraUser } from './people';

interface Comment {
  id: string;
  author?: JiraUser;
  body: unknown;
  created: string;
}

interface RemoteLink {
  id: number;
  application?: { name?: string };
  object: {
    url: string;
    title: string;
    summary?: string;
    icon?: { url16x16?: string };
    status?: { resolved?: boolean };
  };
}

function statusPicker(issue: JiraIssue, transitions: Transition[]): Markup {
  const { status } = issue.fields;
  const others = transitions.filter((transition) => transition.to.id !== status.id);
  if (others.length === 0)
    return html`<span class="lozenge lozenge-${status.statusCategory.key}">${status.name}</span>`;
  return html`<select
    class="field status-select status-${status.statusCategory.key}"
    data-change="transition"
    aria-label="Status"
  >
    <option value="" selected>${status.name}</option>
    ${others.map((transition) => html`<option value="${transition.id}">${transition.name}</option>`)}
  </select>`;
}

function commentItem(visit: Visit, comment: Comment): Markup {
  return html`<li class="comment">
    ${avatar(pictureOf(comment.author), { size: 32 })}
    <div class="comment-body">
      <p class="comment-head">
        <strong>${comment.author?.displayName ?? 'Somebody'}</strong>
        <span class="quiet">${momentIn(visit, comment.created)}</span>
      </p>
      ${renderAdf(comment.body)}
    </div>
  </li>`;
}

function remoteLinkItem(visit: Visit, link: RemoteLink): Markup {
  const own = link.object.url.startsWith(visit.site.origins().jira);
  const href = own ? visit.link(link.object.url.slice(visit.site.origins().jira.length)) : link.object.url;
  if (!/^(https?:\/\/|\/)/.test(href)) return html``;
  return html`<li class="remote-link">
    ${icon('link')}
    <div>
      <a href="${href}" ${own ? '' : html`target="_blank" rel="noopener"`}>${link.object.title}</a>
      ${link.object.summary ? html`<p class="quiet">${link.object.summary}</p>` : ''}
    </div>
  </li>`;
}

function commentForm(): Markup {
  return html`<form class="comment-form" data-comment-form>
    <label class="field-label" for="comment-text">Add a comment</label>
    <textarea class="field" id="comment-text" name="text" required></textarea>
    <p class="form-actions"><button class="button button-primary" type="submit">Save</button></p>
  </form>`;
}

/** One issue: text and talk on the left, its fields on the right. */
export async function issueDetail(visit: Visit, issue: JiraIssue): Promise<Markup> {
  const path = `/rest/api/3/issue/${issue.key}`;
  const [transitions, comments, links, fields] = await Promise.all([
    readTransitions(visit, issue.key),
    visit.read<{ comments: Comment[] }>(`${path}/comment`),
    visit.read<RemoteLink[]>(`${path}/remotelink`),
    issueFields(visit, issue),
  ]);
  return html`<article class="issue" data-issue="${issue.key}">
    <nav class="breadcrumbs" aria-label="Breadcrumbs">
      ${
        issue.fields.project
          ? html`<a href="${visit.link(`/jira/software/projects/${issue.fields.project.key}/issues`)}"
                >${issue.fields.project.name}</a
              >
              <span aria-hidden="true">/</span>`
          : ''
      }
      <a href="${visit.link(`/browse/${issue.key}`)}" class="breadcrumb-key"
        >${typeIcon(issue.fields.issuetype)}${issue.key}</a
      >
    </nav>
    <h1 class="issue-title">${issue.fields.summary}</h1>
    <div class="issue-columns">
      <div class="issue-main">
        <section aria-label="Description">
          <h2 class="issue-heading">Description</h2>
          ${issue.fields.description ? renderAdf(issue.fields.description) : html`<p class="quiet">No description.</p>`}
        </section>
        ${
          links?.length
            ? html`<section aria-label="Links">
                <h2 class="issue-heading">Links</h2>
                <ul class="remote-links">
                  ${links.map((link) => remoteLinkItem(visit, link))}
                </ul>
              </section>`
            : ''
        }
        <section aria-label="Comments">
          <h2 class="issue-heading">Comments</h2>
          <ul class="comments">
            ${(comments?.comments ?? []).map((comment) => commentItem(visit, comment))}
          </ul>
          ${visit.site.can(visit.me.accountId, 'ADD_COMMENTS', issue.fields.project?.key ?? '') ? commentForm() : ''}
        </section>
      </div>
      <div class="issue-side">${statusPicker(issue, transitions)} ${fields}</div>
    </div>
  </article>`;
}
