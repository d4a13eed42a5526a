import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono, type Context } from 'hono';
import type { ServerResponse } from 'node:http';
import type { Outcome, Subscription, Viewer } from '../types';
import type { ApiDeps } from './control-api';
import { cutConnection } from './cut-connection';
import type { ProductRequest } from './fetch-product';
import { NetworkDown } from './invoke';
import type { Sink } from './streams';
import { readViewer } from './viewer';

interface PublishCommand {
  channelName: string;
  eventPayload: unknown;
  isGlobal?: boolean;
  options?: { token?: string; contextOverrides?: string[] };
}

type Command = (viewer: Viewer, data: never) => Outcome | Promise<Outcome>;

const done = (value?: unknown): Outcome => ({ ok: true, value });
const refused = (error: string): Outcome => ({ ok: false, error });

/** The server half of the bridge's commands; the page (or a test client) has the rest. */
function createCommands({ platform, port, invoke, streams }: ApiDeps): Record<string, Command> {
  return {
    getContext: (viewer) => {
      const context = port.context(viewer);
      return context ? done(context) : refused('The page does not exist or is not visible to this person.');
    },
    invoke: (viewer, data: { functionKey: string; payload?: unknown }) => invoke(viewer, data),
    fetchProduct: async (viewer, data: ProductRequest) => done(await port.fetchProduct(viewer, data)),
    publishRealtimeChannel: (viewer, { channelName, eventPayload, isGlobal = false, options = {} }: PublishCommand) => {
      const context = { moduleKey: viewer.module, extension: platform.contexts.extension(viewer) };
      const published = platform.realtime.publish({
        name: channelName,
        payload: eventPayload,
        isGlobal,
        ...options,
        context,
      });
      if ('refused' in published)
        return done({ eventId: null, eventTimestamp: null, errors: [{ message: published.refused }] });
      return done(published);
    },
    subscribeRealtimeChannel: (viewer, data: Subscription & { stream: string; subscriptionId: string }) => {
      const refusal = streams.subscribe(viewer, data);
      return refusal === undefined ? done({ subscriptionId: data.subscriptionId }) : refused(refusal);
    },
    unsubscribeRealtimeChannel: (_viewer, { stream, subscriptionId }: { stream: string; subscriptionId: string }) => {
      streams.unsubscribe(stream, subscriptionId);
      return done();
    },
  };
}

async function carryOut(c: Context, deps: ApiDeps, commands: Record<string, Command>): Promise<Response> {
  const body = await c.req.json<Record<string, unknown>>();
  const viewer = readViewer(deps.platform, body);
  if (typeof viewer === 'string') return c.json(refused(viewer), 400);
  if (deps.platform.adversary.isOffline(viewer.accountId)) return cutConnection(c);
  const command = commands[String(body['cmd'])];
  if (!command) return c.json(refused(`The local site's bridge has no command ${String(body['cmd'])}.`), 400);
  try {
    return c.json(await command(viewer, (body['data'] ?? {}) as never));
  } catch (error) {
    if (error instanceof NetworkDown) return cutConnection(c);
    return c.json(refused(error instanceof Error ? error.message : String(error)));
  }
}

const KEEP_ALIVE_MS = 15_000;

function sinkOf(outgoing: ServerResponse): Sink {
  // the stream ends with its connection: no chunk headers around each line
  outgoing.useChunkedEncodingByDefault = false;
  outgoing.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  });
  outgoing.socket?.setNoDelay(true);
  return {
    send: (event, data) => void outgoing.write(`event: ${event}\ndata: ${data}\n\n`),
    end: () => outgoing.end(),
  };
}

/** One stream a page; written to the socket directly, because a board of 200 people is 10,000 lines a second. */
function openStream(c: Context, deps: ApiDeps): Response {
  const viewer = readViewer(deps.platform, c.req.query());
  if (typeof viewer === 'string') return c.json(refused(viewer), 400);
  if (deps.platform.adversary.isOffline(viewer.accountId)) return cutConnection(c);
  const { outgoing } = c.env as { outgoing: ServerResponse };
  const stream = deps.streams.open(viewer, sinkOf(outgoing));
  const alive = setInterval(() => outgoing.write(': alive\n\n'), KEEP_ALIVE_MS);
  alive.unref();
  outgoing.on('close', () => {
    clearInterval(alive);
    stream.close();
  });
  return RESPONSE_ALREADY_SENT;
}

/** POST /bridge and GET /realtime of /local/api (see local/types.ts). */
export function createBridgeApi(deps: ApiDeps): Hono {
  const commands = createCommands(deps);
  return new Hono().post('/bridge', (c) => carryOut(c, deps, commands)).get('/realtime', (c) => openStream(c, deps));
}
