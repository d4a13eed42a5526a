/** What the app needs of the world besides storage and Jira; each has a fake, a local and a real answer. */
import type { RetroEvent } from '#contract/events';

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Waits; only ever for fractions of a second, between attempts. */
  sleep(ms: number): Promise<void>;
}

export interface Ids {
  /** Random lower-case letters and digits. */
  random(length: number): string;
  /** 0 (included) to 1 (excluded): for chances, orders and jitter. */
  chance(): number;
}

export interface Hashes {
  /** HMAC-SHA-256, lower-case hexadecimal. Async because the browser has only WebCrypto. */
  hmac(key: string, text: string): Promise<string>;
}

export interface ChannelTokens {
  subscribe: string;
  publish: string;
  /** Epoch milliseconds: the earlier of both. */
  expiresAt: number;
}

export interface Broadcast {
  /** Signs one subscribe-only and one publish-only token for a channel; null when the platform refuses for now. */
  sign(channel: string, claims: { retro: string; epoch: number }): Promise<ChannelTokens | null>;
  /** False: refused (the site's limit) or failed. Never throws: an event is a hint. */
  publish(channel: string, token: string, event: RetroEvent): Promise<boolean>;
}

export interface Access {
  /** Whether the caller of this invocation may browse a project: asks Jira as the user. Throws `JiraFailure` when Jira does not answer. */
  mayBrowse(projectId: string): Promise<boolean>;
}
