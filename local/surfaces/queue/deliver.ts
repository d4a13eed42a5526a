import type { DueSource } from '../../agenda';
import type { ConsumerModule } from '../../host/manifest';
import type { Result, Runner } from '../../host/runner';
import type { SiteClock } from '../../types';
import { QUEUE_LIMITS } from './limits';
import type { QueuedEvent, QueueStore } from './store';

interface RetryWish {
  _retry: true;
  retryOptions: { retryAfter?: number; retryReason?: string; retryData?: unknown };
}

function wishOf(result: Result): RetryWish['retryOptions'] | undefined {
  if (!result.ok) return {};
  const value = result.value as RetryWish | undefined;
  return value?._retry ? value.retryOptions : undefined;
}

/** First argument of a consumer: AsyncEvent of @forge/events. */
function asyncEvent(queued: QueuedEvent): Record<string, unknown> {
  const retried =
    queued.attempt > 0
      ? {
          retryContext: {
            retryCount: queued.attempt,
            retryData: queued.retryData && (JSON.parse(queued.retryData) as unknown),
          },
        }
      : {};
  return {
    ...(JSON.parse(queued.event) as object),
    queueName: queued.queue,
    jobId: queued.jobId,
    eventId: queued.eventId,
    ...retried,
  };
}

/** Delivers queued events in the order of their due time; at least once, retried with growing gaps for 24 hours. */
export function createQueueDelivery(
  events: QueueStore,
  consumers: ConsumerModule[],
  runner: Runner,
  clock: SiteClock,
  context: Record<string, unknown>,
): DueSource {
  function settle(queued: QueuedEvent, result: Result): void {
    const wish = wishOf(result);
    if (!wish || clock.now() - queued.pushed > QUEUE_LIMITS.RETRY_WINDOW_MS) return events.done(queued.id);
    const backoff = Math.min(QUEUE_LIMITS.FIRST_BACKOFF_MS * 2 ** queued.attempt, QUEUE_LIMITS.MAX_BACKOFF_MS);
    const wait =
      wish.retryAfter === undefined ? backoff : Math.min(wish.retryAfter, QUEUE_LIMITS.MAX_RETRY_AFTER_SECONDS) * 1000;
    const retryData = wish.retryData === undefined ? null : JSON.stringify(wish.retryData);
    events.later(queued.id, clock.now() + wait, queued.attempt + 1, retryData);
  }

  return {
    next: () => events.first()?.due,
    async run() {
      const queued = events.first();
      if (!queued) return;
      const consumer = consumers.find((candidate) => candidate.queue === queued.queue);
      if (!consumer) return events.done(queued.id);
      settle(
        queued,
        await runner.run({
          functionKey: consumer.functionKey,
          moduleKey: consumer.key,
          args: [asyncEvent(queued), context],
        }),
      );
    },
  };
}
