import { createHmac, timingSafeEqual } from 'node:crypto';

export type TokenPermission = 'subscribe' | 'publish';

/** What a realtime token says; `exp` in seconds. */
export interface TokenBody {
  channel: { name: string };
  claims: unknown;
  permissions?: TokenPermission[];
  iat: number;
  exp: number;
}

export type TokenRefusal = 'INVALID_TOKEN' | 'TOKEN_EXPIRED' | 'CHANNEL_NAME_MISMATCH' | 'MISSING_PERMISSION';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('base64url');

/** A JWT (HS256) as @forge/realtime reads it. */
export function signToken(secret: string, body: TokenBody): string {
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(body)}`;
  return `${text}.${sign(secret, text)}`;
}

function signedBody(secret: string, token: string): TokenBody | undefined {
  const [head = '', body = '', signature = '', ...rest] = token.split('.');
  const wanted = Buffer.from(sign(secret, `${head}.${body}`));
  const given = Buffer.from(signature);
  if (rest.length > 0 || wanted.length !== given.length || !timingSafeEqual(wanted, given)) return undefined;
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as TokenBody;
}

/** The token's content, or why it may not be used here (the names are those of @forge/realtime). */
export function readToken(
  secret: string,
  token: string,
  use: { channelName: string; permission: TokenPermission; now: number },
): TokenBody | TokenRefusal {
  const body = signedBody(secret, token);
  if (!body) return 'INVALID_TOKEN';
  if (use.now / 1000 >= body.exp) return 'TOKEN_EXPIRED';
  if (body.channel.name !== use.channelName) return 'CHANNEL_NAME_MISMATCH';
  if (body.permissions && !body.permissions.includes(use.permission)) return 'MISSING_PERMISSION';
  return body;
}
