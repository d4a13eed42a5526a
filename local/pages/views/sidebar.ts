import { existsSync } from 'node:fs';
import path from 'node:path';
import { html } from 'hono/html';
import type { AppModule, SiteProject } from '../../types';
import { projectPagePath, projectPages } from '../app-address';
import { resourcePath } from '../frame/resource-address';
import type { Visit } from '../visit';
import { icon, type Markup } from './markup';
import type { IconName } from '../assets/icons';

export interface Place {
  project?: SiteProject | undefined;
  /** `board`, `backlog`, `issues`, `outbox`, `usage` or `app:<module key>`. */
  current: string;
}

interface Entry {
  id: string;
  text: string;
  path: string;
  picture: Markup;
  count?: number;
}

function entryLink(visit: Visit, place: Place, entry: Entry): Markup {
  const current = entry.id === place.current ? html`aria-current="page"` : '';
  return html`<li>
    <a class="side-item" href="${visit.link(entry.path)}" ${current}>
      ${entry.picture}<span class="side-text">${entry.text}</span>
      ${entry.count ? html`<span class="badge">${entry.count}</span>` : ''}
    </a>
  </li>`;
}

/** The icon of a module (`resource:retro;icon.svg`) as the manifest names it, from the apps origin. */
function moduleIcon(visit: Visit, module: AppModule): Markup {
  const [, key, file] = /^resource:([^;]+);(.+)$/.exec(module.icon ?? '') ?? [];
  const resource = visit.site.app.resources.find((candidate) => candidate.key === key);
  if (!resource || !file || !existsSync(path.join(resource.directory, file))) return icon('app');
  const address = visit.site.origins().apps + resourcePath(resource, visit.me.accountId, file);
  return html`<img class="side-icon" src="${address}" alt="" width="16" height="16" />`;
}

function appEntries(visit: Visit, project: SiteProject): Entry[] {
  return projectPages(visit.site.app).map((module) => ({
    id: `app:${module.key}`,
    text: module.title,
    path: projectPagePath(visit.site.app, module, project.key),
    picture: moduleIcon(visit, module),
  }));
}

function planning(project: SiteProject): Entry[] {
  const at = (page: string) => `/jira/software/projects/${project.key}/${page}`;
  const entry = (id: string, text: string, name: IconName): Entry => ({ id, text, path: at(id), picture: icon(name) });
  return [
    entry('board', 'Board', 'board'),
    entry('backlog', 'Backlog', 'backlog'),
    entry('issues', 'Issues', 'issues'),
  ];
}

function section(visit: Visit, place: Place, heading: string, entries: Entry[]): Markup {
  if (entries.length === 0) return html``;
  const id = `side-${heading.toLowerCase().replaceAll(' ', '-')}`;
  return html`<section aria-labelledby="${id}">
    <h2 class="side-heading" id="${id}">${heading}</h2>
    <ul class="side-list">
      ${entries.map((entry) => entryLink(visit, place, entry))}
    </ul>
  </section>`;
}

/** A coloured tile with the first letter of the project. */
export function projectTile(project: SiteProject, size: 'small' | 'large' = 'small'): Markup {
  return html`<span class="project-tile project-tile-${size}" data-tone="${Number(project.id) % 4}" aria-hidden="true"
    >${project.name.slice(0, 1)}</span
  >`;
}

function projectHeader(project: SiteProject): Markup {
  const kind = project.style === 'next-gen' ? 'Team-managed' : 'Company-managed';
  return html`<div class="project-header">
    ${projectTile(project, 'large')}
    <div>
      <p class="project-name">${project.name}</p>
      <p class="project-kind">${kind} project</p>
    </div>
  </div>`;
}

/** The sidebar: this project, its apps, the other projects, and what only a local site has. */
export function sidebar(visit: Visit, place: Place): Markup {
  const { project } = place;
  const others = visit.site
    .projects()
    .filter((each) => each.key !== project?.key && visit.site.can(visit.me.accountId, 'BROWSE_PROJECTS', each.key))
    .map((each) => ({
      id: `project:${each.key}`,
      text: each.name,
      path: `/jira/software/projects/${each.key}/board`,
      picture: projectTile(each),
    }));
  const mails = visit.site.outbox().filter((mail) => mail.to.accountId === visit.me.accountId).length;
  const kept = project ? `?project=${project.key}` : '';
  return html`<nav class="sidebar" id="sidebar" aria-label="Project">
    ${project ? projectHeader(project) : ''} ${project ? section(visit, place, 'Planning', planning(project)) : ''}
    ${project ? section(visit, place, 'Apps', appEntries(visit, project)) : ''}
    ${section(visit, place, project ? 'Other projects' : 'Projects', others)}
    ${section(visit, place, 'This site', [
      { id: 'outbox', text: 'Mail', path: `/site/outbox${kept}`, picture: icon('mail'), count: mails },
      { id: 'usage', text: 'Usage', path: `/site/usage${kept}`, picture: icon('meter') },
    ])}
  </nav>`;
}
