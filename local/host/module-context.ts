import type { Directory } from './directory';
import type { Variants } from './variants';
import type { App } from './manifest';
import type { AppModule, Jira, Viewer } from '../types';

/** Contexts the app sees, by the documented shape of each module (platform-contract: docs/parity.md). */
export interface ModuleContexts {
  module(key: string): AppModule | undefined;
  /** `context.extension` of a viewer's page, whoever it is: a forged request may name any project. */
  extension(viewer: Viewer): Record<string, unknown>;
  /** First argument's `context` of a resolver. */
  forFunction(viewer: Viewer): Record<string, unknown>;
  /** view.getContext() without what only the page knows; undefined when Jira would not show the page. */
  forPage(viewer: Viewer): Record<string, unknown> | undefined;
  /** Second argument of every handler. */
  backend(accountId?: string): Record<string, unknown>;
}

export interface Board {
  id: string;
  type: string;
}

interface ContextDeps {
  app: App;
  jira: Jira;
  directory: Directory;
  variants: Variants;
  siteUrl(): string;
  /** A project's board, when the site knows one. */
  board(projectKey: string): Board | undefined;
}

/** Contexts of the installation's pages and functions. */
export function createModuleContexts({ app, jira, directory, variants, siteUrl, board }: ContextDeps): ModuleContexts {
  const { appId, environmentId, environmentType, cloudId, installationId, modules } = app.info;
  const installContext = `ari:cloud:jira::site/${cloudId}`;
  const module = (key: string): AppModule | undefined => modules.find((candidate) => candidate.key === key);

  function extension(viewer: Viewer): Record<string, unknown> {
    const type = module(viewer.module)?.type ?? 'unknown';
    const project = viewer.projectKey === undefined ? undefined : jira.project(viewer.projectKey);
    if (!project) return { type };
    const { id, key } = project;
    if (variants.has('sparse-context')) return { type, project: { id, key } };
    const known = board(key);
    const location = `${siteUrl()}/jira/software/projects/${key}/apps/${appId}/${environmentId}`;
    return {
      type,
      project: { id, key, type: 'software' },
      ...(known ? { board: known } : {}),
      ...(viewer.issueKey === undefined ? {} : { issue: { key: viewer.issueKey } }),
      location,
    };
  }

  const shared = (viewer: Viewer): Record<string, unknown> => ({
    cloudId,
    environmentId,
    environmentType,
    localId: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${viewer.module}`,
    moduleKey: viewer.module,
    siteUrl: siteUrl(),
    extension: extension(viewer),
  });

  return {
    module,
    extension,
    forFunction: shared,
    forPage(viewer) {
      const user = directory.find(viewer.accountId);
      const visible =
        viewer.projectKey === undefined || jira.can(viewer.accountId, 'BROWSE_PROJECTS', viewer.projectKey);
      if (!user || !module(viewer.module) || !visible) return undefined;
      return { ...shared(viewer), accountId: viewer.accountId, timezone: user.timeZone };
    },
    backend: (accountId) => ({
      installContext,
      principal: accountId === undefined ? undefined : { accountId },
      installation: {
        ari: { installationId: `ari:cloud:ecosystem::installation/${installationId}` },
        contexts: [{ cloudId, workspaceId: cloudId }],
      },
    }),
  };
}
