import { html, raw } from 'hono/html';
import { projectPagePath, projectPages } from '../app-address';
import { resourcePath } from '../frame/resource-address';
import type { FrameData, PageData } from '../page-data';
import type { Visit } from '../visit';
import { jsonScript, type Markup } from './markup';
import { readPeople } from './people';
import { sidebar, type Place } from './sidebar';
import { topBar } from './top-bar';
import { usageBar } from './usage-bar';

export interface PageView extends Place {
  title: string;
  content: Markup;
  frame?: FrameData;
  /** The content brings its own margins (the app's frame). */
  bare?: boolean;
}

/** Before first paint: theme, sidebar, the person of this window; and keeps what an early frame says. */
const BOOT = `(() => {
  const root = document.documentElement, as = root.dataset.as;
  sessionStorage.setItem('site.as', as);
  const choice = localStorage.getItem('site.theme.' + as);
  const dark = choice === 'dark' || (choice === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.colorMode = dark ? 'dark' : 'light';
  if (localStorage.getItem('site.sidebar') === 'closed') root.dataset.sidebar = 'closed';
  window.earlyMessages = [];
  addEventListener('message', (event) => window.earlyMessages?.push(event));
})();`;

function pageData(visit: Visit, view: PageView): PageData {
  const { app } = visit.site;
  const { apps } = visit.site.origins();
  const { accountId, displayName, timeZone } = visit.me;
  return {
    me: { accountId, displayName, timeZone },
    apps,
    appId: app.appId,
    environmentId: app.environmentId,
    ...(view.project ? { projectKey: view.project.key } : {}),
    ...(view.frame ? { frame: view.frame } : {}),
    modulePaths: Object.fromEntries(
      projectPages(app).map((module) => [module.key, projectPagePath(app, module, '{KEY}')]),
    ),
    resources: Object.fromEntries(app.resources.map((each) => [each.key, apps + resourcePath(each, accountId)])),
  };
}

/** A whole page of the site around `view.content`. */
export async function renderPage(visit: Visit, view: PageView): Promise<Markup> {
  const people = await readPeople(visit);
  return html`<!doctype html>
    <html
      lang="en"
      data-as="${visit.me.accountId}"
      data-color-mode="light"
      data-theme="dark:dark light:light spacing:spacing typography:typography shape:shape"
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${view.title} - Jira</title>
        <link rel="icon" href="data:," />
        <script>
          ${raw(BOOT)};
        </script>
        <link rel="stylesheet" href="/__host/site.css" />
      </head>
      <body>
        <a class="skip-link" href="#main">Skip to main content</a>
        ${topBar(visit, people, view.project?.key)}
        <div class="middle">
          ${sidebar(visit, view)}
          <div class="sidebar-shade" data-close-sidebar></div>
          <main id="main" class="${view.bare ? 'main main-bare' : 'main'}" tabindex="-1">${view.content}</main>
        </div>
        ${usageBar(visit, view.project?.key)} ${jsonScript('page-data', pageData(visit, view))}
        <script src="/__host/site.js"></script>
      </body>
    </html>`;
}
