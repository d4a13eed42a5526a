/** The broadcast over @forge/realtime: global channels, because scheduled and product functions must reach them too. */
import { publishGlobal, signRealtimeToken } from '@forge/realtime';
import type { Broadcast, ChannelTokens } from '#app/ports/surroundings';

/** The platform's `expiresAt` may come in seconds, milliseconds or as a date. Epoch milliseconds; 0 when it makes no sense. */
function epochMs(expiresAt: unknown): number {
  if (typeof expiresAt === 'string' && !/^\d+$/.test(expiresAt)) return Date.parse(expiresAt) || 0;
  const number = Number(expiresAt);
  if (!Number.isFinite(number)) return 0;
  return number < 1e11 ? number * 1000 : number;
}

async function signOne(
  channel: string,
  claims: object,
  permission: 'subscribe' | 'publish',
): Promise<{ token: string; expiresAt: number } | null> {
  const answer = (await signRealtimeToken(channel, claims, [permission])) as { token: unknown; expiresAt: unknown };
  return typeof answer.token === 'string' ? { token: answer.token, expiresAt: epochMs(answer.expiresAt) } : null;
}

export const realtimeBroadcast: Broadcast = {
  async sign(channel, claims): Promise<ChannelTokens | null> {
    // Without tokens the page polls: a signature that fails must not keep anybody from opening the retro.
    const [subscribe, publish] = await Promise.all([
      signOne(channel, claims, 'subscribe').catch(() => null),
      signOne(channel, claims, 'publish').catch(() => null),
    ]);
    if (!subscribe || !publish) return null;
    return {
      subscribe: subscribe.token,
      publish: publish.token,
      expiresAt: Math.min(subscribe.expiresAt, publish.expiresAt),
    };
  },
  async publish(channel, token, event): Promise<boolean> {
    try {
      const answer = (await publishGlobal(channel, { ...event }, { token })) as { errors?: unknown };
      return answer.errors === undefined || answer.errors === null;
    } catch {
      return false;
    }
  },
};
