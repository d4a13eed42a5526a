import type { DueSource } from '../../agenda';
import type { Adversary } from '../../host/adversary';
import type { TriggerModule } from '../../host/manifest';
import type { Runner } from '../../host/runner';
import type { Variants } from '../../host/variants';
import type { ProductEvent, SiteClock } from '../../types';
import { judge, mentionedProperties, payloadFor } from './filter';
import { EVENT_LIMITS } from './limits';
import type { EventStore } from './store';

interface EventsDeps {
  events: EventStore;
  triggers: TriggerModule[];
  runner: Runner;
  clock: SiteClock;
  adversary: Adversary;
  variants: Variants;
  context: Record<string, unknown>;
  /** Present values of an issue's properties, for events that do not carry them. */
  issueProperties(issueId: string, keys: string[]): Promise<Record<string, unknown>>;
  log(text: string): void;
  poke(): void;
}

export interface ProductEvents extends DueSource {
  /** Sends an event to the triggers that subscribed to it; their number. */
  emit(event: ProductEvent): number;
}

/** Product events: filtered when they happen, delivered later, in no promised order, never repeated. */
export function createProductEvents(deps: EventsDeps): ProductEvents {
  const delay = (): number =>
    deps.variants.has('late-events') ? deps.adversary.random.next() * EVENT_LIMITS.MAX_DELAY_MS : 0;

  async function completed(trigger: TriggerModule, event: ProductEvent): Promise<ProductEvent> {
    const keys = mentionedProperties(trigger);
    const issueId = (event.payload['issue'] as { id?: unknown } | undefined)?.id;
    if (event.issueProperties || keys.length === 0 || typeof issueId !== 'string') return event;
    return { ...event, issueProperties: await deps.issueProperties(issueId, keys) };
  }

  async function deliver(trigger: TriggerModule, bare: ProductEvent): Promise<void> {
    const event = await completed(trigger, bare);
    const verdict = judge(trigger, event);
    if (verdict.log) deps.log(verdict.log);
    if (!verdict.wanted) return;
    await deps.runner.run({
      functionKey: trigger.functionKey,
      moduleKey: trigger.key,
      args: [payloadFor(trigger, event), deps.context],
    });
  }

  return {
    emit(event) {
      const interested = deps.triggers.filter((trigger) => trigger.events.includes(event.name));
      for (const trigger of interested) deps.events.add(deps.clock.now() + delay(), trigger.key, JSON.stringify(event));
      if (interested.length > 0) deps.poke();
      return interested.length;
    },
    next: () => deps.events.first()?.due,
    async run() {
      const pending = deps.events.first();
      if (!pending) return;
      deps.events.done(pending.id);
      const trigger = deps.triggers.find((candidate) => candidate.key === pending.trigger);
      if (trigger) await deliver(trigger, JSON.parse(pending.event) as ProductEvent);
    },
  };
}
