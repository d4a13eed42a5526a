/** The two tokens of a retro's channel: signed once, kept, shared by all until they run out. */
import type { Wire } from '#contract/api';
import type { Head } from '#domain/retro';
import type { App } from '../app';
import type { RecordKey, StoredRecord } from '../ports/records';
import { recordName } from '../ports/records';
import { partKey } from './keys';

interface WireBody {
  epoch: number;
  subscribe: string;
  publish: string;
  signedAt: number;
  expiresAt: number;
}

/** Tokens are renewed in the last quarter of their life, two minutes before its end at the earliest: how long they live is not documented. */
const MARGIN_MS = 2 * 60 * 1000;

const margin = (body: WireBody): number => Math.min(MARGIN_MS, (body.expiresAt - body.signedAt) / 4);

export const wireKey = (retroId: string): RecordKey => partKey(retroId, 'wire');

const usable = (body: WireBody | undefined, head: Head, now: number): body is WireBody =>
  body !== undefined && body.epoch === head.epoch && body.expiresAt - now > margin(body);

/** The tokens as stored, or new ones; null while the platform refuses to sign (the page then polls). */
export async function ensureWire(app: App, head: Head, stored: StoredRecord | undefined): Promise<WireBody | null> {
  const kept = stored?.body as WireBody | undefined;
  if (usable(kept, head, app.clock.now())) return kept;
  const tokens = await app.broadcast.sign(head.channel, { retro: head.retroId, epoch: head.epoch });
  if (!tokens) return null;
  const body: WireBody = { epoch: head.epoch, signedAt: app.clock.now(), ...tokens };
  const at = wireKey(head.retroId);
  const record = { rev: (stored?.rev ?? 0) + 1, body, attributes: {} };
  const won = stored
    ? (await app.records.commit([{ op: 'set', at, ifRev: stored.rev, record }])) === 'done'
    : await app.records.create(at, record);
  if (won) return body;
  // Somebody else signed at the same moment: theirs is the one everybody uses.
  const theirs = (await app.records.readMany([at], 'strict')).get(recordName(at))?.body as WireBody | undefined;
  return usable(theirs, head, app.clock.now()) ? theirs : body;
}

/** What a page needs to listen; an empty token tells it to poll. */
export const wireOf = (head: Head, body: WireBody | null): Wire => ({
  channel: head.channel,
  token: body?.subscribe ?? '',
  expiresAt: body?.expiresAt ?? 0,
});
