/** What is derived from a retro's secrets: pseudonyms, tags of a voting round, tickets of access. */
import type { Head } from '#domain/retro';
import type { Viewer } from '#domain/present-retro';
import type { App } from '../app';

/** Who a person is inside this retro's storage; nobody once the pepper is gone. Never leaves the server. */
export async function pseudonymOf(app: App, head: Head, accountId: string): Promise<string | null> {
  if (head.pepper === null) return null;
  return (await app.hashes.hmac(head.pepper, `person/${accountId}`)).slice(0, 24);
}

/** The viewer's two faces: the account (signed cards), the pseudonym (anonymous ones). */
export const viewerOf = async (app: App, head: Head, accountId: string): Promise<Viewer> => ({
  accountId,
  pseudonym: await pseudonymOf(app, head, accountId),
});

/** Names a participant in the vote events of one round, and nowhere else. */
export async function tagOf(app: App, head: Head, round: number, accountId: string): Promise<string> {
  if (head.pepper === null) return '';
  return (await app.hashes.hmac(head.pepper, `tag/${round}/${accountId}`)).slice(0, 10);
}

export const TICKET_MS = 15 * 60 * 1000;

async function seal(app: App, head: Head, accountId: string, expires: string, joined: string): Promise<string> {
  const text = `ticket/${head.retroId}/${head.epoch}/${accountId}/${expires}/${joined}`;
  return (await app.hashes.hmac(head.ticketKey, text)).slice(0, 40);
}

/** Proof that this account may browse the project, and whether it takes part; good for 15 minutes. */
export async function issueTicket(app: App, head: Head, accountId: string, joined: boolean): Promise<string> {
  const expires = (app.clock.now() + TICKET_MS).toString(36);
  const flag = joined ? 'j' : 'v';
  return `${expires}.${flag}.${await seal(app, head, accountId, expires, flag)}`;
}

/** What a ticket proves for this account; null when it is too old, foreign or made up. */
export async function readTicket(
  app: App,
  head: Head,
  accountId: string,
  ticket: string,
): Promise<{ joined: boolean } | null> {
  const [expires = '', flag = '', mac = ''] = ticket.split('.');
  if (!(Number.parseInt(expires, 36) > app.clock.now())) return null;
  const expected = await seal(app, head, accountId, expires, flag);
  if (mac.length !== expected.length) return null;
  let difference = 0;
  for (let i = 0; i < mac.length; i += 1) difference |= mac.charCodeAt(i) ^ expected.charCodeAt(i);
  return difference === 0 ? { joined: flag === 'j' } : null;
}
