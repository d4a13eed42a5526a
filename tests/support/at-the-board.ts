/** People at a running retro, each with a live page. */
import type { PublicCard } from '../../src/domain/present-retro';
import type { Client } from './live-world';
import { LiveWorld } from './live-world';

/** The cards somebody's page shows, in the order of their ids. */
export const cardsSeenBy = (client: Client): PublicCard[] =>
  [...client.session.view().items.values()]
    .filter((item): item is PublicCard => item.kind === 'card')
    .sort((a, b) => (a.id < b.id ? -1 : 1));

export const textsSeenBy = (client: Client): (string | null)[] => cardsSeenBy(client).map((card) => card.text);

/** Everybody named has joined and listens; the first one facilitates and has started to collect. */
export async function atTheBoard<Names extends string[]>(
  ...names: Names
): Promise<{ live: LiveWorld; people: { [K in keyof Names]: Client } }> {
  const live = new LiveWorld(7);
  await live.retro({ facilitator: names[0] ?? '' });
  const people = names.map((name) => live.join(name));
  await live.time.until(() => people.every((client) => client.session.view().connection === 'live'));
  void people[0]?.session.send('advanceStep', { step: 'collect' });
  await live.time.until(() => people.every((client) => client.session.view().head.state === 'running'));
  await live.time.pass(10_000);
  return { live, people: people as { [K in keyof Names]: Client } };
}
