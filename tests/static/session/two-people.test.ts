import { atTheBoard, cardsSeenBy, textsSeenBy } from '../../support/at-the-board';

describe('two people at one board', () => {
  test('see each other', async () => {
    const { people } = await atTheBoard('ann', 'bob');
    for (const client of people) {
      const items = [...client.session.view().items.values()];
      expect(items.map((item) => item.kind === 'participant' && item.accountId).sort()).toEqual(['ann', 'bob']);
    }
  });

  test('an own card is there in the same frame, and face down for the other a moment later', async () => {
    const {
      live,
      people: [ann, bob],
    } = await atTheBoard('ann', 'bob');
    const sent = bob.session.send('addCard', { column: 'start', text: ' Pair more ' });
    expect(cardsSeenBy(bob)).toMatchObject([{ text: 'Pair more', mine: true, column: 'start' }]);
    expect(bob.session.view().pending.size).toBe(1);
    await live.time.until(() => cardsSeenBy(ann).length === 1);
    expect(cardsSeenBy(ann)).toEqual([{ kind: 'card', id: expect.any(String), column: 'start', text: null, order: 0 }]);
    expect(await live.time.over(sent)).toEqual({ ok: true });
    expect(cardsSeenBy(bob)).toMatchObject([{ text: 'Pair more', mine: true }]);
    expect(bob.session.view().pending.size).toBe(0);
  });

  test('a reveal brings the texts without anybody asking for them', async () => {
    const {
      live,
      people: [ann, bob],
    } = await atTheBoard('ann', 'bob');
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'Pair more' }));
    await live.time.until(() => cardsSeenBy(ann).length === 1);
    const asked = [ann.calls['sync'], bob.calls['sync']];
    void ann.session.send('revealCards', { columns: ['start'] });
    await live.time.until(() => textsSeenBy(ann)[0] === 'Pair more');
    await live.time.pass(10_000);
    expect([ann.calls['sync'], bob.calls['sync']]).toEqual(asked);
    expect(cardsSeenBy(bob)[0]?.mine).toBe(true);
  });

  test('concealing takes the words off the other page again', async () => {
    const {
      live,
      people: [ann, bob],
    } = await atTheBoard('ann', 'bob');
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'Pair more' }));
    await live.time.over(ann.session.send('revealCards', { columns: ['start'] }));
    await live.time.until(() => textsSeenBy(ann)[0] === 'Pair more');
    void ann.session.send('concealCards', { columns: ['start'] });
    expect(textsSeenBy(ann)).toEqual([null]);
    await live.time.pass(5000);
    expect(textsSeenBy(ann)).toEqual([null]);
    expect(textsSeenBy(bob)).toEqual(['Pair more']);
  });

  test('one that is handed facilitation is told so, and the other too', async () => {
    const {
      live,
      people: [ann, bob],
    } = await atTheBoard('ann', 'bob');
    void ann.session.send('handOver', { to: 'bob', keep: false });
    await live.time.until(() => bob.session.view().notice !== null && ann.session.view().notice !== null);
    expect(bob.session.view().notice).toMatchObject({ kind: 'facilitator-gained' });
    expect(ann.session.view().notice).toMatchObject({ kind: 'facilitator-lost', accountId: 'bob' });
    expect(bob.session.view().abilities.facilitate).toBe(true);
    expect(ann.session.view().abilities.facilitate).toBe(false);
  });

  test('votes are counted without anybody learning whose they are', async () => {
    const {
      live,
      people: [ann, bob],
    } = await atTheBoard('ann', 'bob');
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'Pair more' }));
    await live.time.over(ann.session.send('advanceStep', { step: 'vote' }));
    await live.time.over(ann.session.send('openVoting', { budget: 3, perTopic: 2 }));
    await live.time.until(() => bob.session.view().abilities.castVote);
    const card = cardsSeenBy(bob)[0]?.id ?? '';
    void bob.session.send('castVote', { card, count: 2 });
    expect(bob.session.view().ballot).toEqual({ votes: { [card]: 2 } });
    await live.time.until(() => ann.session.view().cast?.used === 2);
    expect(ann.session.view().cast).toEqual({ used: 2, possible: 6, done: 0 });
    expect(ann.session.view().ballot?.votes ?? {}).toEqual({});
    await live.time.over(ann.session.send('closeVoting', {}));
    await live.time.until(() => bob.session.view().result !== undefined);
    expect(bob.session.view().result).toMatchObject({ totals: { [card]: 2 }, cast: 2, possible: 6, voters: 1 });
    expect(bob.session.view().cast).toBeNull();
  });
});
