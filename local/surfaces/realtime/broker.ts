import type { Adversary } from '../../host/adversary';
import type { SiteClock } from '../../types';
import { REALTIME_LIMITS } from './limits';

/** One listening page. */
export interface Subscriber {
  channel: string;
  /** Site milliseconds after which nothing more is delivered (variant U6). */
  until?: number;
  /** `json`: text of the payload, made once for all. */
  deliver(json: string): void;
}

export interface Broker {
  publish(channel: string, json: string): { subscribers: number };
  /** Adds a subscriber; what was published in the last `replaySeconds` comes first. */
  subscribe(subscriber: Subscriber, replaySeconds?: number): () => void;
}

interface Message {
  at: number;
  json: string;
}

const HELD_BACK_MS = 250;
const KEPT_MESSAGES = 500;

/** In-memory broadcast: at most once, unordered under an adversary, no promise. */
export function createBroker(clock: SiteClock, adversary: Adversary): Broker {
  const channels = new Map<string, Set<Subscriber>>();
  const recent = new Map<string, Message[]>();

  function send(subscriber: Subscriber, json: string): void {
    const listening = channels.get(subscriber.channel)?.has(subscriber) ?? false;
    if (!listening || (subscriber.until !== undefined && clock.now() > subscriber.until)) return;
    subscriber.deliver(json);
  }

  function sendLater(subscriber: Subscriber, json: string): void {
    const { delayMs = 0, reorder } = adversary.options();
    const held = adversary.random.chance(reorder) ? HELD_BACK_MS * adversary.random.next() : 0;
    const wait = adversary.latency('broadcastMs') + (delayMs > 0 ? adversary.random.next() * delayMs : 0) + held;
    if (wait > 0) setTimeout(() => send(subscriber, json), wait);
    else send(subscriber, json);
  }

  function broadcast(subscriber: Subscriber, json: string): void {
    const { lose, duplicate } = adversary.options();
    if (adversary.random.chance(lose)) return;
    sendLater(subscriber, json);
    if (adversary.random.chance(duplicate)) sendLater(subscriber, json);
  }

  function remember(channel: string, json: string): void {
    const oldest = clock.now() - REALTIME_LIMITS.MAX_REPLAY_SECONDS * 1000;
    const kept = recent.get(channel) ?? [];
    kept.push({ at: clock.now(), json });
    while (kept.length > KEPT_MESSAGES || (kept[0] && kept[0].at < oldest)) kept.shift();
    recent.set(channel, kept);
  }

  return {
    publish(channel, json) {
      remember(channel, json);
      const subscribers = [...(channels.get(channel) ?? [])];
      for (const subscriber of subscribers) broadcast(subscriber, json);
      return { subscribers: subscribers.length };
    },
    subscribe(subscriber, replaySeconds = 0) {
      const members = channels.get(subscriber.channel) ?? new Set();
      channels.set(subscriber.channel, members.add(subscriber));
      const from = clock.now() - Math.min(replaySeconds, REALTIME_LIMITS.MAX_REPLAY_SECONDS) * 1000;
      const missed =
        replaySeconds > 0 ? (recent.get(subscriber.channel) ?? []).filter((message) => message.at >= from) : [];
      queueMicrotask(() => missed.forEach((message) => send(subscriber, message.json)));
      return () => {
        members.delete(subscriber);
        if (members.size === 0 && channels.get(subscriber.channel) === members) channels.delete(subscriber.channel);
      };
    },
  };
}
