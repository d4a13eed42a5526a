/** What every page of the site tells its own script, as JSON in `#page-data`. */
export interface PageData {
  /** The person this window is. */
  me: { accountId: string; displayName: string; timeZone: string };
  /** Origin of the Custom UI frames. */
  apps: string;
  appId: string;
  environmentId: string;
  /** Project of this page, if it has one. */
  projectKey?: string;
  /** Present on a page that shows a module of the app in a frame. */
  frame?: FrameData;
  /** Where router.navigate({target: 'module'}) finds a module: key to path of its page in a project (`{KEY}` inside). */
  modulePaths: Record<string, string>;
  /** Resources of the app and the address of their entry page, for modals. */
  resources: Record<string, string>;
}

export interface FrameData {
  moduleKey: string;
  resource: string;
  /** Path of this page in the site; what follows it belongs to the app's history. */
  basePath: string;
}
