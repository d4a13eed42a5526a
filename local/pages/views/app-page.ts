import { html } from 'hono/html';
import type { AppModule, SiteProject } from '../../types';
import { projectPagePath } from '../app-address';
import type { Visit } from '../visit';
import { renderPage } from './layout';
import type { Markup } from './markup';

/** A module of the app in its frame; undefined where Jira would not show it to this person. The frame itself is made by client/app-frame.ts, once the host half listens. */
export async function appPage(visit: Visit, module: AppModule, project: SiteProject): Promise<Markup | undefined> {
  if (!visit.site.context({ accountId: visit.me.accountId, module: module.key, projectKey: project.key })) {
    return undefined;
  }
  return await renderPage(visit, {
    title: `${module.title} - ${project.name}`,
    project,
    current: `app:${module.key}`,
    bare: true,
    frame: {
      moduleKey: module.key,
      resource: module.resource ?? '',
      basePath: projectPagePath(visit.site.app, module, project.key),
    },
    content: html`<h1 class="visually-hidden">${module.title}</h1>
      <div id="app-frame" class="app-frame" data-title="${module.title}"></div>`,
  });
}
