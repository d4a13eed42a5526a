import { atTheBoard, cardsSeenBy, textsSeenBy } from '../../support/at-the-board';
import { memoryStore } from '../../../static/retro/src/session/browser-ports';

const DAY = 24 * 60 * 60_000;

describe('what a person has typed', () => {
  test('is kept as a draft on this device, by account and retro', async () => {
    const { live } = await atTheBoard('ann');
    const store = memoryStore();
    const bob = live.join('bob', { store });
    await live.time.until(() => bob.session.view().phase === 'ready');
    bob.session.drafts.write('card/start', 'Half a tho');
    bob.close();
    const again = live.join('bob', { store });
    const other = live.join('cem', { store });
    await live.time.until(() => [again, other].every((client) => client.session.view().phase === 'ready'));
    expect(again.session.drafts.read('card/start')).toBe('Half a tho');
    expect(other.session.drafts.read('card/start')).toBe('');
    again.session.drafts.write('card/start', '');
    expect(store.keys()).toEqual([]);
  });

  test('is wiped from drafts when the retro is closed', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [ann, bob] = people;
    bob.session.drafts.write('card/start', 'Half a tho');
    void ann.session.send('closeRetro', {});
    await live.time.until(() => bob.session.view().head.state === 'closed', 30_000);
    expect(bob.session.drafts.read('card/start')).toBe('');
    expect(bob.store.keys()).toEqual([]);
  });

  test('is forgotten after seven days', async () => {
    const { live } = await atTheBoard('ann');
    const store = memoryStore();
    const old = { at: live.time.now - 8 * DAY, texts: { x: 'old' }, unsent: [], tray: [] };
    store.set('sternlight/p1.aaaaaaaaaaaa/bob', JSON.stringify(old));
    store.set('sternlight/p1.bbbbbbbbbbbb/bob', JSON.stringify({ ...old, at: live.time.now - 6 * DAY }));
    store.set('sternlight/p1.cccccccccccc/bob', 'not what we wrote');
    store.set('somebody-else', 'stays');
    const bob = live.join('bob', { store });
    await live.time.until(() => bob.session.view().phase === 'ready');
    expect(store.keys().sort()).toEqual(['somebody-else', 'sternlight/p1.bbbbbbbbbbbb/bob']);
  });

  test('and had not been answered when the tab was closed is sent on the next visit, once', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [ann, bob] = people;
    live.adversary.loseAnswer = 1;
    void bob.session.send('addCard', { column: 'start', text: 'Closed too early' });
    await live.time.pass(50);
    void bob.session.send('addCard', { column: 'stop', text: 'Never left' });
    await live.time.pass(100);
    bob.close();
    live.adversary.loseAnswer = 0;
    const again = live.join('bob', { store: bob.store });
    await live.time.until(() => textsSeenBy(again).length === 2 && again.session.view().waiting === 0);
    expect(textsSeenBy(again).sort()).toEqual(['Closed too early', 'Never left']);
    await live.time.until(() => cardsSeenBy(ann).length === 2);
  });

  test('as a change of something old waits in the tray for its author’s word', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [, bob] = people;
    await live.time.over(bob.session.send('addCard', { column: 'start', text: 'first' }));
    bob.signal('away');
    void bob.session.send('editCard', { card: cardsSeenBy(bob)[0]?.id ?? '', text: 'changed in the train' });
    await live.time.pass(1000);
    bob.close();
    const again = live.join('bob', { store: bob.store });
    await live.time.until(() => again.session.view().phase === 'ready');
    expect(again.session.view().tray).toMatchObject([
      { text: 'changed in the train', refusal: { code: 'command/stale' }, canRetry: true },
    ]);
    again.session.retryTray(again.session.view().tray[0]?.id ?? '');
    await live.time.until(() => textsSeenBy(again)[0] === 'changed in the train');
  });

  test('survives a device that refuses to keep anything', async () => {
    const { live } = await atTheBoard('ann');
    const refusing = (): never => {
      throw new Error('forbidden');
    };
    const bob = live.join('bob', { store: { get: refusing, set: refusing, remove: refusing, keys: refusing } });
    await live.time.until(() => bob.session.view().phase === 'ready');
    bob.session.drafts.write('card/start', 'Half a tho');
    expect(bob.session.drafts.read('card/start')).toBe('Half a tho');
    expect(await live.time.over(bob.session.send('addCard', { column: 'start', text: 'Fine' }))).toEqual({ ok: true });
  });
});
