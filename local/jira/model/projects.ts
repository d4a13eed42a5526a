import { projectNotFound } from '../errors';
import type { Actor, Site } from '../site';
import { dataSvg } from '../svg';
import { can } from './permissions';

export interface Project {
  id: string;
  key: string;
  name: string;
  style: 'classic' | 'next-gen';
  description: string;
  lead: string;
  uuid: string;
  colour: string;
}

export function insertProject(site: Site, project: Project): void {
  site.sql.run(
    'INSERT INTO jira_project (id, key, doc) VALUES (?, ?, ?)',
    project.id,
    project.key,
    JSON.stringify(project),
  );
}

/** By id or key; the key in any case, as Jira takes it. */
export function findProject(site: Site, idOrKey: string): Project | undefined {
  const row = site.sql.first<{ doc: string }>(
    'SELECT doc FROM jira_project WHERE id = ? OR key = ?',
    idOrKey,
    idOrKey.toUpperCase(),
  );
  return row && (JSON.parse(row.doc) as Project);
}

export function allProjects(site: Site): Project[] {
  return site.sql
    .all<{ doc: string }>('SELECT doc FROM jira_project ORDER BY id')
    .map((row) => JSON.parse(row.doc) as Project);
}

/** The project a stored record names; its absence is a bug. */
export function projectById(site: Site, id: string): Project {
  const project = findProject(site, id);
  if (!project) throw new Error(`No project ${id}`);
  return project;
}

/** 404 when missing or invisible: Jira makes no difference. */
export function visibleProject(site: Site, actor: Actor, idOrKey: string): Project {
  const project = findProject(site, idOrKey);
  if (!project || !can(site, actor.accountId, 'BROWSE_PROJECTS', project.id)) throw projectNotFound(idOrKey);
  return project;
}

export const visibleProjects = (site: Site, actor: Actor): Project[] =>
  allProjects(site).filter((project) => can(site, actor.accountId, 'BROWSE_PROJECTS', project.id));

/** The short form used in issues and lists. */
export function renderProject(site: Site, project: Project): Record<string, unknown> {
  const url = dataSvg(
    `<rect width='16' height='16' rx='3' fill='${project.colour}'/><circle cx='8' cy='8' r='4' fill='#fff'/>`,
  );
  return {
    self: `${site.url()}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: 'software',
    simplified: project.style === 'next-gen',
    avatarUrls: { '48x48': url, '24x24': url, '16x16': url, '32x32': url },
  };
}
