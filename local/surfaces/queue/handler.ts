import { randomUUID } from 'node:crypto';
import type { Adversary } from '../../host/adversary';
import { createRateWindow } from '../../host/rate-window';
import type { SiteClock } from '../../types';
import { QUEUE_LIMITS } from './limits';
import type { QueueStore } from './store';

interface Pushed {
  body: unknown;
  delayInSeconds?: number;
}

interface QueueBody {
  queueName: string;
  jobId: string;
  payload?: Pushed[];
}

interface QueueDeps {
  events: QueueStore;
  queues: Set<string>;
  clock: SiteClock;
  adversary: Adversary;
  poke(): void;
}

const reply = (status: number, body?: unknown): Response =>
  new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });

/** Answers for the three queue paths beneath @forge/events; undefined for another path. */
export function createQueueHandler({
  events,
  queues,
  clock,
  adversary,
  poke,
}: QueueDeps): (path: string, body: string) => Response | undefined {
  const perMinute = createRateWindow(QUEUE_LIMITS.MAX_EVENTS_PER_MINUTE, 60_000);

  function refusal(text: string, pushed: Pushed[], queueName: string): Response | undefined {
    if (!queues.has(queueName))
      return reply(404, {
        message: `The manifest has no consumer for queue ${queueName}.`,
        errors: [],
        code: 'QUEUE_NOT_FOUND',
      });
    if (Buffer.byteLength(text) > QUEUE_LIMITS.MAX_PUSH_BYTES)
      return reply(413, { errorMessage: 'The payload is larger than 200 KB.' });
    const wrong = pushed.some(
      ({ delayInSeconds = 0 }) => delayInSeconds < 0 || delayInSeconds > QUEUE_LIMITS.MAX_DELAY_SECONDS,
    );
    if (wrong || pushed.length > QUEUE_LIMITS.MAX_EVENTS_PER_PUSH)
      return reply(400, { message: 'Invalid push settings.', errors: [] });
    if (!perMinute.take(clock.now(), pushed.length) && adversary.limited())
      return reply(429, { message: 'Too many events.' });
    return undefined;
  }

  function push({ queueName, jobId, payload = [] }: QueueBody): Response {
    const refused = refusal(JSON.stringify(payload), payload, queueName);
    if (refused) return refused;
    const now = clock.now();
    for (const event of payload) {
      const due = now + (event.delayInSeconds ?? 0) * 1000;
      events.add({
        due,
        queue: queueName,
        jobId,
        eventId: randomUUID(),
        event: JSON.stringify(event),
        pushed: now,
        attempt: 0,
        retryData: null,
      });
    }
    poke();
    return reply(201);
  }

  function stats({ jobId }: QueueBody): Response {
    return reply(200, { success: 0, inProgress: events.waiting(jobId), failed: 0 });
  }

  return (path, body) => {
    if (!path.startsWith('/webhook/queue/')) return undefined;
    const request = JSON.parse(body) as QueueBody;
    if (path.startsWith('/webhook/queue/publish/')) return push(request);
    if (path.startsWith('/webhook/queue/stats/')) return stats(request);
    return reply(events.cancel(request.jobId) > 0 ? 204 : 404);
  };
}
