import { atTheBoard, cardsSeenBy, textsSeenBy } from '../../support/at-the-board';

const TOO_LONG = 'x'.repeat(2001);

describe('a command', () => {
  test('that is refused leaves the board as it was and its words in the tray', async () => {
    const {
      live,
      people: [ann, bob],
    } = await atTheBoard('ann', 'bob');
    live.wayMs = 400;
    void ann.session.send('advanceStep', { step: 'vote' });
    const sent = bob.session.send('addCard', { column: 'start', text: 'Too late' });
    expect(textsSeenBy(bob)).toEqual(['Too late']);
    await live.time.pass(3000);
    const outcome = await live.time.over(sent);
    if (outcome.ok) return;
    expect(outcome.refusal.code).toBe('step/not-now');
    expect(textsSeenBy(bob)).toEqual([]);
    expect(bob.session.view().tray).toMatchObject([
      { text: 'Too late', refusal: { code: 'step/not-now' }, canRetry: false },
    ]);
    await live.time.over(ann.session.send('advanceStep', { step: 'collect' }));
    await live.time.until(() => bob.session.view().tray[0]?.canRetry === true);
    bob.session.retryTray(bob.session.view().tray[0]?.id ?? '');
    expect(bob.session.view().tray).toEqual([]);
    await live.time.pass(2000);
    expect(textsSeenBy(bob)).toEqual(['Too late']);
  });

  test('without words that is refused says that it was undone', async () => {
    const {
      live,
      people: [, bob],
    } = await atTheBoard('ann', 'bob');
    const outcome = await live.time.over(bob.session.send('revealCards', { columns: ['start'] }));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'access/denied' } });
    expect(bob.session.view().notice).toMatchObject({ kind: 'undone', refusal: { code: 'access/denied' } });
    expect(bob.session.view().tray).toEqual([]);
  });

  test('leaves at once; what piles up meanwhile travels together', async () => {
    const {
      live,
      people: [, bob],
    } = await atTheBoard('ann', 'bob');
    const before = bob.calls['run'] ?? 0;
    for (let n = 0; n < 31; n += 1) void bob.session.send('addCard', { column: 'start', text: `card ${n}` });
    expect(cardsSeenBy(bob)).toHaveLength(31);
    await live.time.pass(5000);
    expect(bob.session.view().waiting).toBe(0);
    expect((bob.calls['run'] ?? 0) - before).toBe(3);
  });

  test('that sets the same thing again before it has left travels once', async () => {
    const {
      live,
      people: [ann, bob],
    } = await atTheBoard('ann', 'bob');
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'a' }));
    const card = cardsSeenBy(bob)[0]?.id ?? '';
    void bob.session.send('moveCard', { card, column: 'stop' });
    const edits = ['ab', 'abc', 'abcd'].map((text) => bob.session.send('editCard', { card, text }));
    expect(bob.session.view().waiting).toBe(2);
    expect(await live.time.over(Promise.all(edits))).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    await live.time.over(ann.session.send('revealCards', { columns: ['stop'] }));
    await live.time.until(() => textsSeenBy(ann)[0] === 'abcd');
  });

  test('made offline is shown, counted, and sent when the network is back', async () => {
    const {
      live,
      people: [ann, bob],
    } = await atTheBoard('ann', 'bob');
    bob.signal('away');
    const sent = bob.session.send('addCard', { column: 'start', text: 'Written in a tunnel' });
    await live.time.pass(30_000);
    expect(bob.session.view()).toMatchObject({ connection: 'offline', waiting: 1 });
    expect(textsSeenBy(bob)).toEqual(['Written in a tunnel']);
    expect(cardsSeenBy(ann)).toEqual([]);
    bob.signal('online');
    expect(await live.time.over(sent)).toEqual({ ok: true });
    await live.time.until(() => cardsSeenBy(ann).length === 1);
    await live.time.until(() => bob.session.view().connection === 'live');
  });

  test('whose answer is lost is repeated and done once', async () => {
    const {
      live,
      people: [ann, bob],
    } = await atTheBoard('ann', 'bob');
    live.adversary.loseAnswer = 1;
    const sent = bob.session.send('addCard', { column: 'start', text: 'Once' });
    await live.time.pass(3000);
    expect(bob.calls['run']).toBeGreaterThan(1);
    live.adversary.loseAnswer = 0;
    expect(await live.time.over(sent)).toEqual({ ok: true });
    await live.time.pass(2000);
    expect(cardsSeenBy(ann)).toHaveLength(1);
    expect(textsSeenBy(bob)).toEqual(['Once']);
  });

  test('as a vote whose answer is lost shows in the own ballot, though the round was closed meanwhile', async () => {
    const {
      live,
      people: [ann, bob],
    } = await atTheBoard('ann', 'bob');
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'Pair more' }));
    await live.time.over(ann.session.send('advanceStep', { step: 'vote' }));
    await live.time.over(ann.session.send('openVoting', { budget: 3, perTopic: 2 }));
    await live.time.until(() => bob.session.view().abilities.castVote);
    const card = cardsSeenBy(bob)[0]?.id ?? '';
    live.adversary.loseAnswer = 1;
    const sent = bob.session.send('castVote', { card, count: 2 });
    await live.time.pass(300);
    live.adversary.loseAnswer = 0;
    await live.time.over(ann.session.send('closeVoting', {}));
    expect(await live.time.over(sent)).toEqual({ ok: true });
    await live.time.until(() => bob.session.view().ballot?.votes[card] === 2, 5000);
    expect(bob.session.view().result?.totals).toEqual({ [card]: 2 });
  });

  test('that may have been carried out is asked about until the server knows, however often the storage fails', async () => {
    const {
      live,
      people: [ann, bob],
    } = await atTheBoard('ann', 'bob');
    live.adversary.failAfter = 1;
    live.adversary.loseAnswer = 1;
    const sent = bob.session.send('addCard', { column: 'start', text: 'Perhaps' });
    await live.time.pass(1500);
    live.adversary = { ...live.adversary, loseAnswer: 0, failAfter: 0, failRead: 1 };
    await live.time.pass(120_000);
    expect(bob.session.view().waiting).toBe(1);
    live.adversary.failRead = 0;
    expect(await live.time.over(sent)).toEqual({ ok: true });
    await live.time.until(() => cardsSeenBy(ann).length === 1);
  });

  test('of which nothing is known to have happened is given back after some attempts', async () => {
    const {
      live,
      people: [, bob],
    } = await atTheBoard('ann', 'bob');
    live.adversary.throttle = 1;
    const outcome = await live.time.over(bob.session.send('addCard', { column: 'start', text: 'Busy' }), 120_000);
    expect(outcome).toEqual({ ok: false, refusal: { code: 'storage/throttled' } });
    expect(bob.session.view().tray).toMatchObject([{ text: 'Busy', canRetry: true }]);
  });

  test('that cannot be understood does not stop the others', async () => {
    const {
      live,
      people: [, bob],
    } = await atTheBoard('ann', 'bob');
    void bob.session.send('addCard', { column: 'start', text: 'first' });
    const broken = bob.session.send('addCard', { column: 'NO SUCH COLUMN', text: 'second' });
    const long = bob.session.send('addCard', { column: 'start', text: TOO_LONG });
    const fine = bob.session.send('addCard', { column: 'start', text: 'third' });
    expect(await live.time.over(broken)).toMatchObject({ ok: false, refusal: { code: 'payload/invalid' } });
    expect(await live.time.over(long)).toMatchObject({ ok: false, refusal: { code: 'text/too-long' } });
    expect(await live.time.over(fine)).toEqual({ ok: true });
    expect(textsSeenBy(bob).sort()).toEqual(['first', 'third']);
  });

  test('sent with a proof of access that has run out renews it and goes through', async () => {
    const {
      live,
      people: [, bob],
    } = await atTheBoard('ann', 'bob');
    await live.time.pass(16 * 60_000);
    expect(await live.time.over(bob.session.send('addCard', { column: 'start', text: 'Later' }))).toEqual({ ok: true });
    expect(bob.calls['renew']).toBe(1);
  });

  test('to somebody who may not see the project any more ends the session and keeps the words', async () => {
    const {
      live,
      people: [, bob],
    } = await atTheBoard('ann', 'bob');
    live.world.mayBrowse = (accountId) => accountId !== 'bob';
    await live.time.until(() => bob.session.view().phase === 'gone', 40 * 60_000);
    void bob.session.send('addCard', { column: 'start', text: 'Farewell' });
    expect(bob.session.view().tray).toMatchObject([{ text: 'Farewell', refusal: { code: 'access/not-found' } }]);
  });

  test('deleting an own concealed card can be undone in the same frame', async () => {
    const {
      live,
      people: [, bob],
    } = await atTheBoard('ann', 'bob');
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'Oops' }));
    const card = cardsSeenBy(bob)[0]?.id ?? '';
    await live.time.over(bob.session.send('deleteCard', { card }));
    expect(textsSeenBy(bob)).toEqual([]);
    void bob.session.send('restoreCard', { card });
    expect(textsSeenBy(bob)).toEqual(['Oops']);
    await live.time.pass(2000);
    expect(textsSeenBy(bob)).toEqual(['Oops']);
  });
});
