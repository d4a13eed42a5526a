import type { AppInfo, AppModule } from '../types';

/** The module of the app that stands in the project sidebar. */
export function projectPages(app: AppInfo): AppModule[] {
  return app.modules.filter((module) => module.type === 'jira:projectPage');
}

/**
 * Where Jira shows a project page of an app: /jira/software/projects/KEY/apps/APP/ENVIRONMENT. A second project page
 * of the same app is told apart by its module key behind it.
 */
export function projectPagePath(app: AppInfo, module: AppModule, projectKey: string): string {
  const first = projectPages(app)[0]?.key === module.key;
  const base = `/jira/software/projects/${projectKey}/apps/${app.appId}/${app.environmentId}`;
  return first ? base : `${base}/${module.key}`;
}
