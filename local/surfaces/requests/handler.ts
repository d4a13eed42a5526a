import type { Destination } from '../../host/runtime';
import type { Jira, JiraCaller } from '../../types';
import { proxyError } from './proxy-error';
import { reportAccounts } from './report-accounts';

interface RequestsDeps {
  jira: Jira;
  /** The queue's paths behind the same door; undefined for another path. */
  queue(path: string, body: string): Response | undefined;
}

/** A request to a product (`fpp`). `accountId`: the user of the invocation; functions without one cannot act as a user. */
export type HandleRequest = (
  destination: Destination,
  path: string,
  init: RequestInit | undefined,
  accountId: string | undefined,
) => Promise<Response>;

function headersOf(init: RequestInit | undefined): Record<string, string> {
  return Object.fromEntries(new Headers(init?.headers).entries());
}

const bodyOf = (init: RequestInit | undefined): string | undefined =>
  typeof init?.body === 'string' ? init.body : undefined;

/** Offline impersonation (an explicit account id) needs an admin's consent that the local site does not model. */
function callerOf(destination: Destination, accountId: string | undefined): JiraCaller | Response {
  if (destination.provider !== 'user') return { provider: destination.provider ?? 'none' };
  const acting = destination.accountId ?? accountId;
  return acting === undefined ? proxyError(401, 'NEEDS_AUTHENTICATION_ERR') : { provider: 'user', accountId: acting };
}

/** requestJira, the queue and report-accounts; every other product is refused as the proxy does. */
export function createRequests({ jira, queue }: RequestsDeps): HandleRequest {
  async function toJira(
    destination: Destination,
    path: string,
    init: RequestInit | undefined,
    accountId: string | undefined,
  ): Promise<Response> {
    const caller = callerOf(destination, accountId);
    if (caller instanceof Response) return caller;
    return jira.request(caller, { method: init?.method ?? 'GET', path, headers: headersOf(init), body: bodyOf(init) });
  }

  function toStargate(path: string, init: RequestInit | undefined): Response {
    const body = bodyOf(init) ?? '{}';
    if (path === '/app/report-accounts') return reportAccounts(body, jira.users());
    return queue(path, body) ?? new Response(`The local site has no ${path}.`, { status: 501 });
  }

  return async (destination, path, init, accountId) => {
    if (destination.remote === 'jira') return toJira(destination, path, init, accountId);
    if (destination.remote === 'stargate') return toStargate(path, init);
    return proxyError(404, 'INVALID_REMOTE');
  };
}
