import { getAppContext } from '@forge/api';
import { readProjectAsApp, readSiteUrl } from './project';

export interface SiteLinks {
  pageUrl(projectId: string, retroId: string | null): Promise<string>;
  issueUrl(issueKey: string): Promise<string>;
}

/**
 * Addresses on this site. What they need is asked for once per invocation and kept no longer: a warm process serves
 * other sites too. `siteUrl` is what the invocation's context says; a scheduled run has none and asks Jira.
 */
export function siteLinks(siteUrl: string | null): SiteLinks {
  let site: Promise<string> | undefined;
  const projects = new Map<string, ReturnType<typeof readProjectAsApp>>();

  const siteAddress = (): Promise<string> => {
    site ??= siteUrl === null ? readSiteUrl() : Promise.resolve(siteUrl.replace(/\/+$/, ''));
    return site;
  };

  const projectPath = async (projectId: string): Promise<string> => {
    const known = projects.get(projectId) ?? readProjectAsApp(projectId);
    projects.set(projectId, known);
    const project = await known;
    return `/jira/${project?.area ?? 'software'}/projects/${project?.key ?? projectId}`;
  };

  return {
    async pageUrl(projectId, retroId) {
      const { appAri, environmentAri } = getAppContext();
      const page = `${await siteAddress()}${await projectPath(projectId)}/apps/${appAri.appId}/${environmentAri.environmentId}`;
      return retroId === null ? page : `${page}/retro/${retroId}`;
    },
    issueUrl: async (issueKey) => `${await siteAddress()}/browse/${issueKey}`,
  };
}
