import type { PublicCard } from '../../../src/domain/present-retro';
import { LiveWorld } from '../../support/live-world';
import type { Client } from '../../support/live-world';

const cards = (client: Client): PublicCard[] =>
  [...client.session.view().items.values()].filter((item): item is PublicCard => item.kind === 'card');

async function atTheBoard(...names: string[]): Promise<{ live: LiveWorld; people: Client[] }> {
  const live = new LiveWorld(7);
  await live.retro();
  const people = names.map((name) => live.join(name));
  await live.time.until(() => people.every((client) => client.session.view().connection === 'live'));
  const [ann] = people;
  void ann?.session.send('advanceStep', { step: 'collect' });
  await live.time.until(() => people.every((client) => client.session.view().head.state === 'running'));
  await live.time.pass(10_000);
  return { live, people };
}

describe('two people at one board', () => {
  test('see each other in the lobby', async () => {
    const { people } = await atTheBoard('ann', 'bob');
    for (const client of people)
      expect(
        [...client.session.view().items.values()].map((item) => item.kind === 'participant' && item.accountId).sort(),
      ).toEqual(['ann', 'bob']);
  });

  test('an own card is there in the same frame, and face down for the other a moment later', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [ann, bob] = people as [Client, Client];
    const sent = bob.session.send('addCard', { column: 'start', text: ' Pair more ' });
    expect(cards(bob)).toMatchObject([{ text: 'Pair more', mine: true, column: 'start' }]);
    expect(bob.session.view().pending.size).toBe(1);
    await live.time.until(() => cards(ann).length === 1);
    expect(cards(ann)).toMatchObject([{ text: null, column: 'start' }]);
    await live.time.until(() => bob.session.view().pending.size === 0);
    expect(await sent).toEqual({ ok: true });
    expect(cards(bob)).toMatchObject([{ text: 'Pair more', mine: true }]);
  });

  test('a reveal brings the texts without anybody asking for them', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [ann, bob] = people as [Client, Client];
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'Pair more' }));
    await live.time.until(() => cards(ann).length === 1);
    const asked = { ann: ann.calls['sync'], bob: bob.calls['sync'] };
    void ann.session.send('revealCards', { columns: ['start'] });
    await live.time.until(() => cards(ann)[0]?.text === 'Pair more');
    await live.time.pass(10_000);
    expect({ ann: ann.calls['sync'], bob: bob.calls['sync'] }).toEqual(asked);
  });
});
