/** Watches every byte that reaches a page for what its viewer may not see. */
import { createHmac } from 'node:crypto';
import type { Ledger } from './ledger';
import type { LiveWorld } from './live-world';
import { BEHIND_MS } from './stale-reads';
import { storedCards, storedHeadOf } from './stored';

/** A command that was on its way while a column was being concealed still speaks of what it read. Milliseconds. */
const ON_ITS_WAY_MS = 30_000;

export class SecretsWatch {
  /** Texts that have lain face up. */
  private readonly open = new Set<string>();
  private readonly lastFaceUp = new Map<string, number>();
  private readonly present = new Set<string>();
  /** Where each text was when it was last stored. */
  private readonly lastStored = new Map<string, { column: string; at: number }>();

  constructor(
    private readonly live: LiveWorld,
    private readonly ledger: Ledger,
  ) {
    const { records } = live.world;
    const commit = records.commit.bind(records);
    records.commit = async (changes) => {
      try {
        return await commit(changes);
      } finally {
        if (changes.some((change) => change.at.entity === 'live')) this.look();
      }
    };
  }

  /** What somebody received and must not have, in words; empty when all is well. */
  leaks(accounts: readonly string[]): string[] {
    const pseudonyms = accounts.map((account) => this.pseudonym(account));
    const secrets = [...pseudonyms, 'pepper', 'ticketKey', '"by":'];
    return this.live.clients.flatMap((client) =>
      client.received.messages.flatMap(({ bytes }) => [
        ...secrets.filter((secret) => bytes.includes(secret)).map((secret) => `${client.accountId} received ${secret}`),
        ...this.foreignTexts(client.accountId, bytes),
        ...this.betrayedAuthors(bytes),
        ...this.foreignBallots(client.accountId, bytes),
      ]),
    );
  }

  /** Who a person is in the storage: a secret of the server's, recomputed from the test's own pepper. */
  pseudonym(accountId: string): string {
    return createHmac('sha256', 'pepper'.repeat(6)).update(`person/${accountId}`).digest('hex').slice(0, 24);
  }

  private look(): void {
    const head = storedHeadOf(this.live.world);
    const now = this.live.time.now;
    for (const column of head.revealed) this.lastFaceUp.set(column, now);
    for (const [text, { column, at }] of this.lastStored)
      if (now - at <= this.behindMs() && head.revealed.includes(column)) this.open.add(text);
    for (const text of this.present)
      this.lastStored.set(text, { column: this.lastStored.get(text)?.column ?? '', at: now });
    this.present.clear();
    for (const card of storedCards(this.live.world)) {
      if (this.wasFaceUp(card.column, now)) this.open.add(card.text);
      this.present.add(card.text);
      this.lastStored.set(card.text, { column: card.column, at: now });
    }
  }

  /** Where quick readings may be behind, a text is read for that long after it was changed. Milliseconds. */
  private behindMs(): number {
    return this.live.adversary.staleRead > 0 ? BEHIND_MS : 0;
  }

  private wasFaceUp(column: string, now: number): boolean {
    const seen = this.lastFaceUp.get(column);
    return seen !== undefined && now - seen <= ON_ITS_WAY_MS;
  }

  /** Words of somebody else's card that never lay face up. */
  private foreignTexts(accountId: string, bytes: string): string[] {
    const found = [...bytes.matchAll(/words-\d+-of-[a-z-]+/g)].map(([token]) => token);
    const cardWords = new Set(
      this.ledger.asked.filter((one) => one.name === 'addCard' || one.name === 'editCard').map((one) => one.token),
    );
    return found
      .filter((token) => cardWords.has(token) && !token.endsWith(`-of-${accountId}`) && !this.open.has(token))
      .map((token) => `${accountId} received "${token}"`);
  }

  private betrayedAuthors(bytes: string): string[] {
    return [...bytes.matchAll(/"kind":"card","id":"([^"]+)"[^}]*?"author":"([^"]+)"/g)].flatMap(([, id, author]) => {
      const asked = this.ledger.asked.find((one) => one.name === 'addCard' && one.item === id);
      return asked?.signed ? [] : [`the author ${author} of the anonymous card ${id} was told`];
    });
  }

  private foreignBallots(accountId: string, bytes: string): string[] {
    const cast = new Set(
      this.ledger.asked.filter((one) => one.name === 'castVote' && one.accountId === accountId).map((one) => one.item),
    );
    return [...bytes.matchAll(/"ballot":\{"votes":\{([^}]*)\}/g)].flatMap(([, votes]) =>
      [...(votes ?? '').matchAll(/"([^"]+)":\d+/g)]
        .filter(([, topic]) => !cast.has(topic ?? ''))
        .map(([, topic]) => `${accountId} received a vote on ${topic} of somebody else`),
    );
  }
}
