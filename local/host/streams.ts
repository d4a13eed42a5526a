import { randomUUID } from 'node:crypto';
import type { Realtime, SubscribeRequest } from '../surfaces/realtime/realtime';
import type { Subscription, Viewer } from '../types';
import type { Adversary } from './adversary';
import type { ModuleContexts } from './module-context';
import type { Traffic } from './traffic';

/** Where a stream's lines go; `end` closes the connection. */
export interface Sink {
  send(event: string, data: string): void;
  end(): void;
}

/** Server-sent event streams: one a page, any number of subscriptions on it. */
export interface Streams {
  open(viewer: Viewer, sink: Sink): { close(): void };
  /** Undefined: done; otherwise the platform's word of refusal. */
  subscribe(viewer: Viewer, request: StreamRequest): string | undefined;
  unsubscribe(stream: string, subscriptionId: string): void;
  /** Tells every page that something of the site changed: `clock`, `outbox`, `usage`. */
  notify(event: string, at: number): void;
  /** Ends the streams of who has gone offline. */
  dropOffline(): void;
  closeAll(): void;
}

type StreamRequest = Subscription & { stream: string; subscriptionId: string };

interface StreamsDeps {
  realtime: Realtime;
  contexts: ModuleContexts;
  adversary: Adversary;
  traffic: Traffic;
}

interface Stream {
  viewer: Viewer;
  sink: Sink;
  subscriptions: Map<string, () => void>;
}

/** An event is billed to the viewer who subscribed, who need not be the one that opened the stream (bench clients share one). */
function listen(deps: StreamsDeps, stream: Stream, viewer: Viewer, request: StreamRequest): SubscribeRequest {
  const { subscriptionId, channelName, isGlobal = false, options = {} } = request;
  const prefix = `{"subscriptionId":${JSON.stringify(subscriptionId)},"payload":`;
  return {
    name: channelName,
    isGlobal,
    ...options,
    context: { moduleKey: viewer.module, extension: deps.contexts.extension(viewer) },
    deliver(json) {
      if (deps.adversary.isOffline(viewer.accountId)) return;
      const data = `${prefix}${json}}`;
      deps.traffic.record(viewer.accountId, 'event', channelName, data);
      stream.sink.send('realtime', data);
    },
  };
}

/** The streams of one site. */
export function createStreams(deps: StreamsDeps): Streams {
  const { realtime, adversary } = deps;
  const streams = new Map<string, Stream>();

  function close(id: string): void {
    const stream = streams.get(id);
    streams.delete(id);
    stream?.subscriptions.forEach((unsubscribe) => unsubscribe());
  }

  return {
    open(viewer, sink) {
      const id = randomUUID();
      streams.set(id, { viewer, sink, subscriptions: new Map() });
      sink.send('hello', JSON.stringify({ stream: id }));
      return { close: () => close(id) };
    },
    subscribe(viewer, request) {
      const stream = streams.get(request.stream);
      if (!stream) return 'STREAM_CLOSED';
      const { subscriptionId } = request;
      const subscribed = realtime.subscribe(listen(deps, stream, viewer, request));
      if ('refused' in subscribed) return subscribed.refused;
      stream.subscriptions.get(subscriptionId)?.();
      stream.subscriptions.set(subscriptionId, subscribed.unsubscribe);
      return undefined;
    },
    unsubscribe(id, subscriptionId) {
      const stream = streams.get(id);
      stream?.subscriptions.get(subscriptionId)?.();
      stream?.subscriptions.delete(subscriptionId);
    },
    notify(event, at) {
      const data = JSON.stringify({ at });
      for (const { sink } of streams.values()) sink.send(event, data);
    },
    dropOffline() {
      for (const [id, { viewer, sink }] of streams) {
        if (!adversary.isOffline(viewer.accountId)) continue;
        close(id);
        sink.end();
      }
    },
    closeAll() {
      for (const [id, { sink }] of streams) {
        close(id);
        sink.end();
      }
    },
  };
}
