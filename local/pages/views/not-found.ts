import { html } from 'hono/html';
import type { Visit } from '../visit';
import { renderPage } from './layout';
import type { Markup } from './markup';

/** Jira's own way to say no: what one may not see looks like what does not exist. */
export function noSuchPage(visit: Visit): Promise<Markup> {
  return renderPage(visit, {
    title: 'Page not found',
    current: '',
    content: html`<section class="empty">
      <svg class="empty-picture" viewBox="0 0 160 110" aria-hidden="true">
        <path class="empty-hill" d="M0 96c30-26 56-30 80-14s52 4 80-18v46H0z" />
        <circle class="empty-moon" cx="112" cy="34" r="20" />
        <path class="empty-star" d="M42 22l3 7 7 3-7 3-3 7-3-7-7-3 7-3z" />
      </svg>
      <h1>We couldn't find that page</h1>
      <p>It may have moved, or you may not have permission to see it. You are ${visit.me.displayName}.</p>
      <p><a class="button button-primary" href="${visit.link('/')}">Go to the demo project</a></p>
    </section>`,
  });
}

/** For an address that does not say who is looking: the window's own person if it has one, else the first of the site. */
export function whoAreYou(firstAccountId: string): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Jira</title>
        <link rel="icon" href="data:," />
        <script data-first="${firstAccountId}">
          const url = new URL(location.href);
          const mine = sessionStorage.getItem('site.as');
          // Somebody the site does not know would lead back here for ever.
          const known = mine !== null && mine !== url.searchParams.get('as');
          url.searchParams.set('as', known ? mine : document.currentScript.dataset.first);
          location.replace(url);
        </script>
      </head>
      <body></body>
    </html>`;
}
