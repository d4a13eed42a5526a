import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Hono, type Context } from 'hono';
import { etag } from 'hono/etag';
import type { SitePort } from '../../types';
import { clientScript } from '../assets/bundle';
import { frameTokens } from '../assets/tokens';
import { cutConnection } from '../../host/cut-connection';
import { contentSecurityPolicy, CSP_REPORT_PATH } from './csp';
import { contentTypeOf, isText } from './content-type';
import { viewerMark, type Resource } from './resource-address';

const FOR_EVER = 'public, max-age=31536000, immutable';

function fileOf(resource: Resource, name: string): string | undefined {
  const file = path.join(resource.directory, name);
  const inside = file.startsWith(resource.directory + path.sep);
  return inside && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Forge prepends its bridge to the <head> of every html of a resource; so do we. */
function withBridge(html: string, jiraOrigin: string): string {
  const script = `<script src="/__host/bridge-core.js" data-host="${jiraOrigin}"></script>`;
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + script) : script + html;
}

function page(c: Context, site: SitePort, file: string): Response {
  const html = readFileSync(file, 'utf8');
  const { jira } = site.origins();
  c.header('content-security-policy', contentSecurityPolicy(html, site.app.permissions, jira));
  c.header('cache-control', 'no-cache');
  return c.html(withBridge(html, jira));
}

function asset(c: Context, file: string): Response {
  c.header('cache-control', FOR_EVER);
  c.header('content-type', contentTypeOf(file));
  return c.body(new Uint8Array(readFileSync(file)));
}

function note(site: SitePort, accountId: string | undefined, file: string): void {
  if (accountId === undefined) return;
  const body = isText(contentTypeOf(file)) ? readFileSync(file, 'utf8') : `(${statSync(file).size} bytes)`;
  site.recordTraffic(accountId, 'file', path.basename(file), body);
}

/**
 * The second origin: what Forge's CDN is to a deployed app. It serves the manifest's resources as they were built,
 * each html with the bridge and Forge's Content-Security-Policy.
 */
export function createFrameOrigin(site: SitePort): Hono {
  const apps = new Hono();
  apps.use('/__host/*', etag());
  const viewerOf = (mark: string | undefined) =>
    site.users().find((user) => viewerMark(user.accountId) === mark)?.accountId;

  apps.get('/__host/bridge-core.js', (c) => {
    c.header('cache-control', 'no-cache');
    return c.body(clientScript('bridge-core'), 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
  for (const mode of ['light', 'dark'] as const) {
    apps.get(`/__forge/atlaskit-tokens_${mode}.css`, (c) => {
      c.header('cache-control', FOR_EVER);
      return c.body(frameTokens(mode), 200, { 'content-type': 'text/css; charset=utf-8' });
    });
  }
  apps.post(CSP_REPORT_PATH, async (c) => {
    site.cspReports.add(JSON.parse(await c.req.text()));
    return c.body(null, 204);
  });
  apps.get('/a/:viewer/:resource/:version/:file{.+}', (c) => {
    const accountId = viewerOf(c.req.param('viewer'));
    if (accountId !== undefined && site.offline(accountId)) return cutConnection(c);
    const resource = site.app.resources.find(({ key }) => key === c.req.param('resource'));
    const file = resource && fileOf(resource, c.req.param('file'));
    if (!file) return c.text('The app has no such file. Has it been built? (npm run build)', 404);
    note(site, accountId, file);
    return file.endsWith('.html') ? page(c, site, file) : asset(c, file);
  });
  return apps;
}
