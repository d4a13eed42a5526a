import type { Subscription } from '../../types';
import { callSite } from './site-api';
import { pageData } from './page-data';

/** Notices of the site to its own pages: the clock moved, a mail came, the meter moved. */
export type Notice = 'clock' | 'outbox' | 'usage' | 'flag';

interface Subscriber extends Subscription {
  module: string;
  onEvent(payload: unknown, error?: { message: string }): void;
}

const subscribers = new Map<string, Subscriber>();
const listeners = new Map<Notice, Set<() => void>>();
let source: EventSource | undefined;
let stream: string | undefined;
/** Resolves with the stream's id once the site said hello; renewed whenever the connection breaks. */
let hello: Promise<string> | undefined;

function viewerQuery(): string {
  const query = new URLSearchParams({ as: pageData.me.accountId, module: pageData.frame?.moduleKey ?? '' });
  if (pageData.projectKey) query.set('projectKey', pageData.projectKey);
  return query.toString();
}

async function join(id: string, subscriber: Subscriber, to: string): Promise<void> {
  const { module, onEvent: _onEvent, ...subscription } = subscriber;
  await callSite({
    module,
    ...(pageData.projectKey ? { projectKey: pageData.projectKey } : {}),
    cmd: 'subscribeRealtimeChannel',
    data: { stream: to, subscriptionId: id, ...subscription },
  });
}

function parsed(payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return payload;
  }
}

function onRealtime(event: MessageEvent<string>): void {
  const { subscriptionId, payload } = JSON.parse(event.data) as { subscriptionId: string; payload: unknown };
  subscribers.get(subscriptionId)?.onEvent(parsed(payload));
}

function onRefused(event: Event): void {
  if (!(event instanceof MessageEvent)) return;
  const { subscriptionId, message } = JSON.parse(String(event.data)) as { subscriptionId: string; message: string };
  subscribers.get(subscriptionId)?.onEvent(undefined, { message });
}

function open(): Promise<string> {
  source = new EventSource(`/local/api/realtime?${viewerQuery()}`);
  source.addEventListener('realtime', onRealtime);
  source.addEventListener('error', onRefused);
  for (const notice of ['clock', 'outbox', 'usage', 'flag'] as const) {
    source.addEventListener(notice, () => listeners.get(notice)?.forEach((listener) => listener()));
  }
  return new Promise((resolve) => {
    source?.addEventListener('hello', (event: MessageEvent<string>) => {
      const before = stream;
      stream = (JSON.parse(event.data) as { stream: string }).stream;
      resolve(stream);
      hello = Promise.resolve(stream);
      // After a reconnect the site knows nothing of the old stream's subscriptions.
      if (before !== undefined)
        for (const [id, subscriber] of subscribers) void join(id, subscriber, stream).catch(() => {});
    });
  });
}

function connected(): Promise<string> {
  hello ??= open();
  return hello;
}

/** Subscribes the frame to a realtime channel; rejects when the site refuses (token, rate limit). */
export async function subscribeChannel(subscriber: Subscriber): Promise<{ unsubscribe(): Promise<void> }> {
  const id = crypto.randomUUID();
  const to = await connected();
  subscribers.set(id, subscriber);
  try {
    await join(id, subscriber, to);
  } catch (error) {
    subscribers.delete(id);
    throw error;
  }
  return {
    async unsubscribe() {
      subscribers.delete(id);
      if (stream === undefined) return;
      await callSite({
        module: subscriber.module,
        ...(pageData.projectKey ? { projectKey: pageData.projectKey } : {}),
        cmd: 'unsubscribeRealtimeChannel',
        data: { stream, subscriptionId: id },
      });
    },
  };
}

/** Hears notices of the site; answers with the function that stops it. */
export function onNotice(notice: Notice, listener: () => void): () => void {
  void connected();
  const all = listeners.get(notice) ?? new Set();
  listeners.set(notice, all.add(listener));
  return () => void all.delete(listener);
}
