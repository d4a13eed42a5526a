import { readEvent } from '../../../static/retro/src/session/read-event';
import { atTheBoard } from '../../support/at-the-board';

const EVENT = { v: 1, retroId: 'p1.aaaaaaaaaaaa', what: 'beat', revisions: [1, 2], at: 5 };

describe('what comes over the channel', () => {
  test('is read as text and as an object', () => {
    expect(readEvent(EVENT, EVENT.retroId)).toEqual(EVENT);
    expect(readEvent(JSON.stringify(EVENT), EVENT.retroId)).toEqual(EVENT);
  });

  test.each([
    ['of another retro', { ...EVENT, retroId: 'p1.bbbbbbbbbbbb' }],
    ['no JSON', '{'],
    ['nothing', undefined],
    ['a list', [EVENT]],
    ['without revisions', { ...EVENT, revisions: undefined }],
    ['with words for revisions', { ...EVENT, revisions: ['1'] }],
    ['with a head that has no revision', { ...EVENT, head: { value: {} } }],
    ['with a tail that is none', { ...EVENT, shards: [{ shard: 1, rev: 2, tail: [{ rev: 2, items: [{}] }] }] }],
    ['with votes that are none', { ...EVENT, votes: { round: 1 } }],
    ['older than this page', { ...EVENT, v: 0 }],
  ])('is left alone when it is %s', (_what, payload) => {
    expect(readEvent(payload, EVENT.retroId)).toBeNull();
  });

  test('of a later version tells the page to be loaded again, and keeps what is typed afterwards', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [, bob] = people;
    live.tellAll({ ...EVENT, retroId: bob.session.view().head.retroId, v: 2 });
    await live.time.until(() => bob.session.view().reloadNeeded);
    expect(bob.session.view()).toMatchObject({ phase: 'ready', notice: { kind: 'reload-needed' } });
    const outcome = await bob.session.send('addCard', { column: 'start', text: 'After the update' });
    expect(outcome).toEqual({ ok: false, refusal: { code: 'contract/reload' } });
    expect(bob.session.view().tray).toMatchObject([{ text: 'After the update' }]);
  });
});
