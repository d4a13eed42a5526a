import { html } from 'hono/html';
import type { Visit } from '../visit';
import { avatar, icon, type Markup } from './markup';
import { pictureOf, type JiraUser } from './people';

function clockText(visit: Visit): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: visit.me.timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(visit.site.clock.now());
}

function clockMenu(visit: Visit): Markup {
  return html`<div class="clock" data-now="${visit.site.clock.now()}">
    <button type="button" class="top-button" popovertarget="clock-menu" aria-label="Site clock: ${clockText(visit)}">
      ${icon('clock')}<time class="clock-now" aria-hidden="true">${clockText(visit)}</time>
    </button>
    <div id="clock-menu" class="menu clock-menu" popover>
      <h2 class="menu-heading">Site clock</h2>
      <p class="clock-face"><time class="clock-now">${clockText(visit)}</time></p>
      <p class="menu-note">
        ${visit.me.timeZone}. Moving it on runs whatever falls due on the way: reminders, sweeps, delayed events.
      </p>
      <button type="button" class="menu-item" data-advance="PT1H">One hour later</button>
      <button type="button" class="menu-item" data-advance="P1D">One day later</button>
      <button type="button" class="menu-item" data-advance="next-working-day">Next working day, 9:00</button>
    </div>
  </div>`;
}

const themes = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['auto', 'Match system'],
] as const;

function themeChoices(): Markup {
  return html`<fieldset class="theme-choices">
    <legend class="menu-heading">Theme</legend>
    ${themes.map(
      ([value, text]) =>
        html`<label class="theme-choice"><input type="radio" name="theme" value="${value}" />${text}</label>`,
    )}
  </fieldset>`;
}

function personItem(visit: Visit, person: JiraUser): Markup {
  const isMe = person.accountId === visit.me.accountId;
  const here = visit.url.pathname + visit.url.search;
  const href = (path: string) => {
    const url = new URL(path, 'http://site');
    url.searchParams.set('as', person.accountId);
    return url.pathname + url.search;
  };
  return html`<li class="person-item">
    <a
      class="menu-item"
      href="${href(here)}"
      data-person="${person.accountId}"
      ${isMe ? html`aria-current="true"` : ''}
    >
      ${avatar(pictureOf(person))}<span class="person-name">${person.displayName}</span>
      ${isMe ? icon('check') : ''}
    </a>
    <a
      class="icon-button"
      href="${href(here)}"
      data-person="${person.accountId}"
      target="_blank"
      rel="noopener"
      aria-label="Open a window as ${person.displayName}"
      title="Open a window as ${person.displayName}"
      >${icon('new-window')}</a
    >
  </li>`;
}

function personMenu(visit: Visit, people: JiraUser[]): Markup {
  const me = people.find((person) => person.accountId === visit.me.accountId);
  return html`<button
      type="button"
      class="avatar-button"
      popovertarget="person-menu"
      aria-label="You are ${visit.me.displayName}. Switch person or theme"
    >
      ${avatar(pictureOf(me), { size: 28 })}
    </button>
    <div id="person-menu" class="menu person-menu" popover>
      <div class="me">
        ${avatar(pictureOf(me), { size: 40 })}
        <div>
          <p class="me-name">${visit.me.displayName}</p>
          <p class="menu-note">${visit.me.emailAddress}</p>
        </div>
      </div>
      <h2 class="menu-heading">Be somebody else</h2>
      <ul class="people">
        ${people.map((person) => personItem(visit, person))}
      </ul>
      ${themeChoices()}
    </div>`;
}

/** The bar across the top: sidebar switch, product, search, create, clock, person. */
export function topBar(visit: Visit, people: JiraUser[], projectKey: string | undefined): Markup {
  return html`<header class="top-bar">
    <button
      type="button"
      class="icon-button"
      id="sidebar-switch"
      aria-controls="sidebar"
      aria-expanded="true"
      aria-label="Sidebar"
    >
      ${icon('sidebar')}
    </button>
    <a class="product" href="${visit.link('/')}"
      ><span class="product-mark" aria-hidden="true">${icon('mark')}</span>Jira</a
    >
    <form class="search" role="search" action="/issues" method="get">
      <input type="hidden" name="as" value="${visit.me.accountId}" />
      <span class="search-icon">${icon('search')}</span>
      <input
        class="field search-field"
        type="search"
        name="text"
        placeholder="Search issues"
        aria-label="Search issues"
        value="${visit.url.searchParams.get('text') ?? ''}"
      />
    </form>
    ${projectKey ? html`<button type="button" class="button button-primary create" data-create-issue>${icon('add')}<span>Create</span></button>` : ''}
    <div class="top-end">${clockMenu(visit)} ${personMenu(visit, people)}</div>
  </header>`;
}
