import type { Site } from '../../../local/site';

/** A page's event stream with its subscriptions, as a test client holds it. */
export interface PageStream {
  /** Everything received, in order. */
  events: { event: string; data: { subscriptionId?: string; payload?: unknown; stream?: string } }[];
  command<T>(cmd: string, data?: unknown): Promise<{ ok: boolean; value?: T; error?: string }>;
  /** Subscribes; refusals are answers. */
  subscribe(
    channelName: string,
    more?: Record<string, unknown>,
    subscriptionId?: string,
  ): Promise<{ ok: boolean; error?: string }>;
  payloads(subscriptionId?: string): unknown[];
  /** Resolves when `count` payloads have come; rejects after two seconds. */
  expectPayloads(count: number): Promise<unknown[]>;
  ended: Promise<void>;
  close(): void;
}

interface Where {
  as: string;
  module?: string;
  projectKey?: string;
}

function parse(block: string): PageStream['events'][number] | undefined {
  const lines = block.split('\n');
  const event = lines.find((line) => line.startsWith('event: '))?.slice(7);
  const data = lines.find((line) => line.startsWith('data: '))?.slice(6);
  return event && data ? { event, data: JSON.parse(data) as PageStream['events'][number]['data'] } : undefined;
}

async function consume(
  body: ReadableStream<Uint8Array>,
  add: (event: PageStream['events'][number]) => void,
): Promise<void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    for (const event of blocks.map(parse)) if (event) add(event);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens GET /local/api/realtime for a person and waits for its hello. */
export async function openPage(site: Site, { as, module = 'test-page', projectKey }: Where): Promise<PageStream> {
  const aborter = new AbortController();
  const where = { as, module, ...(projectKey ? { projectKey } : {}) };
  const response = await fetch(`${site.url}/local/api/realtime?${new URLSearchParams(where).toString()}`, {
    signal: aborter.signal,
  });
  const events: PageStream['events'] = [];
  const ended = consume(response.body as ReadableStream<Uint8Array>, (event) => events.push(event)).catch(
    () => undefined,
  );
  const until = async (holds: () => boolean): Promise<void> => {
    for (let waited = 0; !holds(); waited += 5) {
      if (waited > 2_000) throw new Error(`Waited in vain; received ${JSON.stringify(events)}`);
      await pause(5);
    }
  };
  await until(() => events.length > 0);
  const stream = events[0]?.data.stream;
  const command: PageStream['command'] = async (cmd, data) => {
    const body = JSON.stringify({ ...where, cmd, data });
    const answer = await fetch(`${site.url}/local/api/bridge`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    return (await answer.json()) as { ok: boolean };
  };
  const payloads = (id?: string): unknown[] =>
    events
      .filter(({ event, data }) => event === 'realtime' && (id === undefined || data.subscriptionId === id))
      .map(({ data }) => data.payload);
  return {
    events,
    command,
    payloads,
    ended,
    subscribe: (channelName, more = {}, subscriptionId = channelName) =>
      command('subscribeRealtimeChannel', { stream, subscriptionId, channelName, ...more }),
    async expectPayloads(count) {
      await until(() => payloads().length >= count);
      return payloads();
    },
    close: () => aborter.abort(),
  };
}
