import { randomUUID } from 'node:crypto';
import type { Adversary } from '../../host/adversary';
import { createRateWindow } from '../../host/rate-window';
import type { UsageMeter } from '../../host/usage';
import type { Variants } from '../../host/variants';
import type { Meta } from '../../store/meta';
import type { SiteClock } from '../../types';
import { createBroker } from './broker';
import { channelKey, type ChannelContext } from './channel';
import { REALTIME_LIMITS } from './limits';
import { readToken, signToken, type TokenBody, type TokenPermission } from './token';

/** A refusal with the platform's word for it. */
export interface RealtimeRefusal {
  refused: string;
}

export interface PublishRequest {
  name: string;
  payload: unknown;
  isGlobal: boolean;
  contextOverrides?: string[];
  token?: string;
  context?: ChannelContext;
}

export interface SubscribeRequest extends Omit<PublishRequest, 'payload'> {
  replaySeconds?: number;
  /** `json`: text of the payload as the page is to get it. */
  deliver(json: string): void;
}

export interface Realtime {
  publish(request: PublishRequest): { eventId: string | null; eventTimestamp: string } | RealtimeRefusal;
  subscribe(request: SubscribeRequest): { unsubscribe(): void } | RealtimeRefusal;
  sign(
    channelName: string,
    claims: unknown,
    permissions?: TokenPermission[],
  ): { jwt: string; expiresAt: number } | RealtimeRefusal;
}

interface RealtimeDeps {
  meta: Meta;
  clock: SiteClock;
  meter: UsageMeter;
  adversary: Adversary;
  variants: Variants;
}

const META_SECRET = 'realtime.secret';
export const RATE_LIMIT_EXCEEDED = 'RATE_LIMIT_EXCEEDED';
const refused = (reason: string): RealtimeRefusal => ({ refused: reason });

/** A function publishes text of JSON, which the platform is believed to hand out as the value it stands for (U5). */
function received(payload: unknown, asString: boolean): string {
  const text = JSON.stringify(payload) ?? 'null';
  if (typeof payload !== 'string' || asString) return text;
  try {
    return JSON.stringify(JSON.parse(payload));
  } catch {
    return text;
  }
}

function lifetimeSeconds(variants: Variants): number {
  const { SHORT_TOKEN_LIFETIME_MS, TOKEN_LIFETIME_MS } = REALTIME_LIMITS;
  return (variants.has('early-token-expiry') ? SHORT_TOKEN_LIFETIME_MS : TOKEN_LIFETIME_MS) / 1000;
}

/** Channels, tokens and the 50 operations a second of one installation. */
export function createRealtime({ meta, clock, meter, adversary, variants }: RealtimeDeps): Realtime {
  const secret = meta.read(META_SECRET, '') || randomUUID();
  meta.write(META_SECRET, secret);
  const broker = createBroker(clock, adversary);
  const operations = createRateWindow(REALTIME_LIMITS.OPERATIONS_PER_SECOND, 1_000);

  function granted(): boolean {
    const free = !adversary.throttles('realtime') && (operations.take(clock.now()) || !adversary.limited());
    if (free) meter.count('realtimeOps');
    else meter.refused('realtime');
    return free;
  }

  /** The channel's key and the token's end; token errors cost no operation. */
  function enter(
    request: Omit<PublishRequest, 'payload'>,
    permission: TokenPermission,
  ): { key: string; until?: number } | RealtimeRefusal {
    let token: TokenBody | undefined;
    if (request.token !== undefined) {
      const read = readToken(secret, request.token, { channelName: request.name, permission, now: clock.now() });
      if (typeof read === 'string') return refused(read);
      token = read;
    }
    if (!request.isGlobal && !request.context) return refused('Unauthorized request');
    const { name, isGlobal, contextOverrides, context } = request;
    const key = channelKey({ name, isGlobal, contextOverrides, context, claims: token?.claims });
    return { key, until: token && variants.has('early-token-expiry') ? token.exp * 1000 : undefined };
  }

  return {
    publish(request) {
      const entered = enter(request, 'publish');
      if ('refused' in entered) return entered;
      if (!granted()) return refused(RATE_LIMIT_EXCEEDED);
      const text = received(request.payload, variants.has('event-string'));
      if (Buffer.byteLength(text) > REALTIME_LIMITS.MAX_PAYLOAD_BYTES) return refused('PAYLOAD_TOO_LARGE');
      const { subscribers } = broker.publish(entered.key, text);
      // DAC/realtime: eventId is null when nobody listens, which is not an error
      return { eventId: subscribers > 0 ? randomUUID() : null, eventTimestamp: String(clock.now()) };
    },
    subscribe(request) {
      const entered = enter(request, 'subscribe');
      if ('refused' in entered) return entered;
      if (!granted()) return refused(RATE_LIMIT_EXCEEDED);
      return {
        unsubscribe: broker.subscribe(
          { channel: entered.key, until: entered.until, deliver: request.deliver },
          request.replaySeconds,
        ),
      };
    },
    sign(channelName, claims, permissions) {
      if (!granted()) return refused(RATE_LIMIT_EXCEEDED);
      const iat = Math.floor(clock.now() / 1000);
      const exp = iat + lifetimeSeconds(variants);
      return {
        jwt: signToken(secret, { channel: { name: channelName }, claims, permissions, iat, exp }),
        expiresAt: exp,
      };
    },
  };
}
