import type { Realtime } from './realtime';
import { RATE_LIMIT_EXCEEDED, type RealtimeRefusal } from './realtime';
import type { ChannelContext } from './channel';
import type { TokenPermission } from './token';

interface GraphqlBody {
  query: string;
  variables: {
    name?: string;
    payload?: string;
    context?: string;
    isGlobal?: boolean;
    token?: string;
    channelName?: string;
    claims?: unknown;
    permissions?: TokenPermission[];
  };
}

const json = (body: unknown): Response =>
  new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } });

function refusal({ refused }: RealtimeRefusal): Response {
  if (refused === RATE_LIMIT_EXCEEDED) return new Response('', { status: 429, statusText: 'Too Many Requests' });
  return json({ errors: [{ message: refused }] });
}

function overridesOf(context: string | undefined): string[] | undefined {
  return context === undefined ? undefined : (JSON.parse(context) as { contextOverrides?: string[] }).contextOverrides;
}

/** The two GraphQL mutations of @forge/realtime. `context` is that of the page the invocation came from, if it did. */
export function handleRealtime(realtime: Realtime, body: string, context: ChannelContext | undefined): Response {
  const { query, variables } = JSON.parse(body) as GraphqlBody;
  if (query.includes('signRealtimeToken')) {
    const signed = realtime.sign(String(variables.channelName), variables.claims, variables.permissions);
    if ('refused' in signed) return refusal(signed);
    return json({
      data: { ecosystem: { signRealtimeToken: { forgeRealtimeToken: signed, success: true, errors: [] } } },
    });
  }
  const published = realtime.publish({
    name: String(variables.name),
    payload: variables.payload,
    isGlobal: variables.isGlobal ?? false,
    contextOverrides: overridesOf(variables.context),
    token: variables.token,
    context,
  });
  if ('refused' in published) return refusal(published);
  return json({ data: { ecosystem: { publishRealtimeChannel: published } } });
}
