import { Hono, type Context } from 'hono';
import { etag } from 'hono/etag';
import type { SitePort } from '../types';
import { projectPagePath, projectPages } from './app-address';
import { clientScript } from './assets/bundle';
import { siteStyles } from './assets/styles';
import { cutConnection } from '../host/cut-connection';
import { appPage } from './views/app-page';
import { noSuchPage, whoAreYou } from './views/not-found';
import { findPerson, linkAs, visitOf } from './visit';
import { jiraPages, type Render } from './jira-pages';

function frontDoor(site: SitePort): string {
  const [first] = site.users();
  const project = site.projects().find((each) => first && site.can(first.accountId, 'BROWSE_PROJECTS', each.key));
  const [module] = projectPages(site.app);
  const path = project && module ? projectPagePath(site.app, module, project.key) : '/site/usage';
  return first ? linkAs(path, first.accountId) : path;
}

/** Turns a view into a route: settles who is looking, answers 404 where the view has nothing to show. */
function routeTo(site: SitePort, render: Render) {
  return async (c: Context): Promise<Response> => {
    const [first] = site.users();
    if (!first) return c.text('This site has nobody in it yet.', 404);
    const visit = visitOf(site, c);
    if (!visit) return c.html(whoAreYou(first.accountId));
    if (site.offline(visit.me.accountId)) return cutConnection(c);
    c.header('cache-control', 'no-store');
    const page = await render(visit, c);
    return page ? c.html(page) : c.html(await noSuchPage(visit), 404);
  };
}

const showApp: Render = (visit, c) => {
  const { key, appId, environmentId } = c.req.param() as Record<string, string>;
  const { app } = visit.site;
  const project = visit.site.project(key ?? '');
  const pages = projectPages(app);
  const rest = visit.url.pathname.split(`/${environmentId}/`)[1]?.split('/')[0];
  const module = pages.slice(1).find((each) => each.key === rest) ?? pages[0];
  const mine = app.appId === appId && app.environmentId === environmentId;
  if (!project || !module || !mine) return undefined;
  if (!visit.site.can(visit.me.accountId, 'BROWSE_PROJECTS', project.key)) return undefined;
  return appPage(visit, module, project);
};

/** Jira's REST for the pages' own scripts, as the person in `x-site-as`: no points, no adversary. */
async function jiraAs(site: SitePort, c: Context): Promise<Response> {
  const me = findPerson(site, c.req.header('x-site-as'));
  if (!me) return c.text('Who are you?', 401);
  if (site.offline(me.accountId)) return cutConnection(c);
  const url = new URL(c.req.url);
  const body = await c.req.text();
  return await site.jira(me.accountId, {
    method: c.req.method,
    path: url.pathname.slice('/__jira'.length) + url.search,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    ...(body === '' ? {} : { body }),
  });
}

/** The first origin: the part of Jira that people see. */
export function createJiraOrigin(site: SitePort): Hono {
  const jira = new Hono();
  jira.use('/__host/*', etag());
  jira.get('/__host/site.js', (c) => {
    c.header('cache-control', 'no-cache');
    return c.body(clientScript('site'), 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
  jira.get('/__host/site.css', (c) => {
    c.header('cache-control', 'no-cache');
    return c.body(siteStyles(), 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  jira.all('/__jira/rest/*', (c) => jiraAs(site, c));
  jira.get('/', (c) =>
    c.redirect(c.req.query('as') ? linkAs(frontDoor(site), c.req.query('as') ?? '') : frontDoor(site)),
  );
  for (const prefix of ['/jira/software', '/jira/software/c', '/jira/core']) {
    jira.get(`${prefix}/projects/:key/apps/:appId/:environmentId`, routeTo(site, showApp));
    jira.get(`${prefix}/projects/:key/apps/:appId/:environmentId/*`, routeTo(site, showApp));
  }
  for (const [path, render] of Object.entries(jiraPages)) jira.get(path, routeTo(site, render));
  jira.get(
    '*',
    routeTo(site, () => undefined),
  );
  return jira;
}
