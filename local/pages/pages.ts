import type { Hono } from 'hono';
import type { Pages, SitePort } from '../types';
import { createFrameOrigin } from './frame/frame-origin';
import { createJiraOrigin } from './jira-origin';

/** Everything people see of the local site: Jira's pages, and the origin its Custom UI frames come from. */
export function createPages(site: SitePort): Pages<Hono> {
  return { jira: createJiraOrigin(site), apps: createFrameOrigin(site) };
}
