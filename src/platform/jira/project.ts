import { asApp, asUser, route } from '@forge/api';
import { JSON_HEADERS, askJson, unlessHidden } from './ask';
import type { Json } from './read-json';
import { asObject, asString } from './read-json';

export interface ProjectNames {
  id: string;
  key: string;
  name: string;
  /** The part of Jira's addresses that a project's type makes. */
  area: 'software' | 'core' | 'servicedesk';
}

const AREAS: Record<string, ProjectNames['area']> = { business: 'core', service_desk: 'servicedesk' };

/** Name and key of a project, as the user; null when invisible. */
export async function readProject(projectId: string): Promise<ProjectNames | null> {
  const answer = await unlessHidden(
    askJson('read', (signal) =>
      asUser().requestJira(route`/rest/api/3/project/${projectId}`, { headers: JSON_HEADERS, signal }),
    ),
  );
  return answer === null ? null : namesOf(asObject(answer));
}

/** The same, as the app: for the links in mails and in issues. */
export async function readProjectAsApp(projectId: string): Promise<ProjectNames | null> {
  const answer = await unlessHidden(
    askJson('read', (signal) =>
      asApp().requestJira(route`/rest/api/3/project/${projectId}`, { headers: JSON_HEADERS, signal }),
    ),
  );
  return answer === null ? null : namesOf(asObject(answer));
}

const namesOf = (project: Json): ProjectNames => ({
  id: asString(project.id),
  key: asString(project.key),
  name: asString(project.name),
  area: AREAS[asString(project.projectTypeKey)] ?? 'software',
});

/** The address of this Jira site without a slash at its end, as the app. */
export async function readSiteUrl(): Promise<string> {
  const info = await askJson('read', (signal) =>
    asApp().requestJira(route`/rest/api/3/serverInfo`, { headers: JSON_HEADERS, signal }),
  );
  return asString(asObject(info).baseUrl).replace(/\/+$/, '');
}
