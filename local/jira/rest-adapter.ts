import { Hono } from 'hono';
import type { Jira } from '../types';
import type { RestCaller } from './pipeline';

function accountOf(jira: Jira, authorization: string | undefined): string | undefined {
  const [kind, token = ''] = (authorization ?? '').split(' ');
  if (kind?.toLowerCase() !== 'basic') return undefined;
  const text = Buffer.from(token, 'base64').toString('utf8');
  const known = jira.users();
  // The separator is the last colon that leaves a known user name: account ids hold colons themselves.
  return known.find(
    (user) => text.startsWith(`${user.accountId}:`) || text.toLowerCase().startsWith(`${user.emailAddress}:`),
  )?.accountId;
}

/** Jira over HTTP for real clients, to be mounted at `/rest`: basic auth, the user name an account id or an e-mail address, any password. */
export function createRestAdapter(jira: Jira): Hono {
  const app = new Hono();
  app.all('*', async (context) => {
    const accountId = accountOf(jira, context.req.header('authorization'));
    const caller: RestCaller = accountId
      ? { provider: 'user', accountId, direct: true }
      : { provider: 'none', direct: true };
    const url = new URL(context.req.url);
    const path = url.pathname.startsWith('/rest/') ? url.pathname : `/rest${url.pathname}`;
    const headers = Object.fromEntries(context.req.raw.headers);
    const body = await context.req.text();
    return jira.request(caller, {
      method: context.req.method,
      path: `${path}${url.search}`,
      headers,
      ...(body ? { body } : {}),
    });
  });
  return app;
}
