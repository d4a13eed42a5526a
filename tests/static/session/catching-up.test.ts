import { atTheBoard, cardsSeenBy, textsSeenBy } from '../../support/at-the-board';
import type { Client } from '../../support/live-world';

const syncsOf = (client: Client): number => client.calls['sync'] ?? 0;
const MINUTES = 60_000;

describe('a page that has missed something', () => {
  test('is healed by the next event of the same shard, without asking', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [ann, bob] = people;
    const first = bob.session.newItemId();
    const second = `${first.slice(0, 3)}${bob.session.newItemId().slice(3)}`;
    live.adversary.lose = 1;
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'lost' }, first));
    live.adversary.lose = 0;
    const before = syncsOf(ann);
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'heard' }, second));
    await live.time.until(() => cardsSeenBy(ann).length === 2);
    await live.time.pass(5000);
    expect(syncsOf(ann)).toBe(before);
  });

  test('waits a grace before it believes in a gap, then asks once', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [ann, bob] = people;
    live.adversary.lose = 1;
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'lost' }));
    await live.time.pass(5000);
    live.adversary.lose = 0;
    expect(cardsSeenBy(ann)).toEqual([]);
    const before = syncsOf(ann);
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'heard' }));
    await live.time.until(() => cardsSeenBy(ann).length === 1);
    await live.time.pass(200);
    expect(syncsOf(ann)).toBe(before);
    await live.time.until(() => cardsSeenBy(ann).length === 2, 1500);
    await live.time.pass(5000);
    expect(syncsOf(ann)).toBe(before + 1);
  });

  test('asks for texts that a reveal promised and nobody brought', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [ann, bob] = people;
    await live.time.over(ann.session.send('addCard', { column: 'start', text: 'Pair more' }));
    await live.time.until(() => cardsSeenBy(bob).length === 1);
    live.adversary.lose = 1;
    await live.time.over(ann.session.send('revealCards', { columns: ['start'] }));
    live.adversary.lose = 0;
    await live.time.over(ann.session.send('startTimer', { seconds: 60 }));
    await live.time.until(() => bob.session.view().head.revealed.includes('start'));
    await live.time.until(() => textsSeenBy(bob)[0] === 'Pair more', 5000);
  });

  test('finds out within three minutes and a half though nothing else happens, at the price of one call for everybody', async () => {
    const { live, people } = await atTheBoard('ann', 'bob', 'cem', 'dia');
    live.adversary.lose = 1;
    await live.time.over(people[1].session.send('addCard', { column: 'start', text: 'lost' }));
    live.adversary.lose = 0;
    await live.time.until(() => people.every((client) => cardsSeenBy(client).length === 1), 3.5 * MINUTES);
    await live.time.pass(5000);
    const before = people.map(syncsOf).reduce((sum, n) => sum + n, 0);
    await live.time.pass(30 * MINUTES);
    const beats = people.map(syncsOf).reduce((sum, n) => sum + n, 0) - before;
    expect(beats).toBeGreaterThanOrEqual(9);
    // Ten beats, and a repetition by each whose proof of access had run out meanwhile.
    expect(beats).toBeLessThanOrEqual(10 + people.length);
    expect(live.published.filter((event) => event.what === 'beat').length).toBeLessThanOrEqual(11);
  });

  test('catches up when its person comes back to it', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [ann, bob] = people;
    live.adversary.lose = 1;
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'lost' }));
    await live.time.pass(20_000);
    ann.signal('wake');
    await live.time.until(() => cardsSeenBy(ann).length === 1, 3000);
  });

  test('that hears no events says so and asks every five seconds, until they flow again', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [ann, bob] = people;
    live.adversary.lose = 1;
    await live.time.until(() => ann.session.view().connection === 'catching-up', 4 * MINUTES);
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'slowly' }));
    await live.time.until(() => cardsSeenBy(ann).length === 1, 6000);
    const before = syncsOf(ann);
    await live.time.pass(MINUTES);
    expect(syncsOf(ann) - before).toBeGreaterThanOrEqual(11);
    live.adversary.lose = 0;
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'fast' }));
    await live.time.until(() => ann.session.view().connection === 'live', 2000);
    const after = syncsOf(ann);
    await live.time.pass(MINUTES);
    expect(syncsOf(ann) - after).toBeLessThanOrEqual(1);
  });

  test('learns what its own author must announce again when the broadcast was refused', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [ann, bob] = people;
    live.adversary.refusePublish = 1;
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'unheard' }));
    live.adversary.refusePublish = 0;
    await live.time.until(() => cardsSeenBy(ann).length === 1, 2000);
    expect(bob.calls['announce']).toBe(1);
    await live.time.pass(20_000);
    expect(bob.calls['announce']).toBe(1);
  });

  test('asks at most once in so many milliseconds, however many events tell of gaps', async () => {
    const { live, people } = await atTheBoard('ann', 'bob', 'cem');
    const [ann, bob, cem] = people;
    live.adversary.lose = 0.7;
    const before = syncsOf(ann);
    const start = live.time.now;
    for (let n = 0; n < 60; n += 1) {
      void (n % 2 ? bob : cem).session.send('addCard', { column: 'start', text: `card ${n}` });
      await live.time.pass(100);
    }
    expect(syncsOf(ann) - before).toBeLessThanOrEqual(Math.ceil((live.time.now - start) / 590) + 1);
    live.adversary.lose = 0;
    await live.time.pass(4 * MINUTES);
    expect(cardsSeenBy(ann)).toHaveLength(60);
  });
});

describe('a page that joins', () => {
  test('an open voting round knows the votes cast before', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [ann, bob] = people;
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'Pair more' }));
    await live.time.over(ann.session.send('advanceStep', { step: 'vote' }));
    await live.time.over(ann.session.send('openVoting', { budget: 3, perTopic: 2 }));
    await live.time.until(() => bob.session.view().abilities.castVote);
    await live.time.over(bob.session.send('castVote', { card: cardsSeenBy(bob)[0]?.id ?? '', count: 2 }));
    const late = live.join('cem');
    await live.time.until(() => late.session.view().phase === 'ready');
    expect(late.session.view().cast).toMatchObject({ used: 2, possible: 9 });
    const again = live.join('bob');
    await live.time.until(() => again.session.view().phase === 'ready');
    expect(Object.values(again.session.view().ballot?.votes ?? {})).toEqual([2]);
  });

  test('a retro that is not there is told so', async () => {
    const { live } = await atTheBoard('ann');
    const lost = live.join('bob', { retroId: 'p10000.nosuchretro1' });
    await live.time.until(() => lost.session.view().phase === 'gone');
    expect(lost.session.view().refusal?.code).toBe('access/not-found');
  });

  test('while nothing answers tries some times, then says that it failed, and opens when the network is back', async () => {
    const { live } = await atTheBoard('ann');
    live.adversary.loseCall = 1;
    const bob = live.join('bob');
    await live.time.until(() => bob.session.view().phase === 'failed', 60_000);
    live.adversary.loseCall = 0;
    bob.signal('online');
    await live.time.until(() => bob.session.view().phase === 'ready');
    expect(bob.session.view().refusal).toBeNull();
  });
});

describe('the time of the server', () => {
  test('is known on a machine whose clock is five minutes wrong', async () => {
    const { live } = await atTheBoard('ann');
    const late = live.join('bob', { clockError: 5 * MINUTES });
    await live.time.until(() => late.session.view().phase === 'ready');
    expect(Math.abs(late.session.serverNow() - live.time.now)).toBeLessThan(live.wayMs);
  });
});
