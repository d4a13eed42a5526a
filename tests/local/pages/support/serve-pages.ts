import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { createPages } from '../../../../local/pages/pages';
import type { StubSite } from './stub-site';

export interface Served {
  jira: string;
  apps: string;
  close(): void;
}

function listen(app: Hono): Promise<{ server: ServerType; origin: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: 'localhost' }, (info: AddressInfo) =>
      resolve({ server, origin: `http://localhost:${info.port}` }),
    );
  });
}

/** Serves the pages of a stub site on two ports. */
export async function servePages(site: StubSite): Promise<Served> {
  const pages = createPages(site);
  const jira = new Hono();
  site.mount(jira);
  jira.route('/', pages.jira);
  const [main, frames] = [await listen(jira), await listen(pages.apps)];
  site.origins = () => ({ jira: main.origin, apps: frames.origin });
  return {
    jira: main.origin,
    apps: frames.origin,
    close() {
      for (const { server } of [main, frames]) {
        server.close();
        if ('closeAllConnections' in server) server.closeAllConnections();
      }
    },
  };
}
