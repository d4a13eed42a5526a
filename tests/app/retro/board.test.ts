import { must } from '../../../src/domain/assert';
import { run } from '../../../src/app/run/run';
import { openRetro } from '../../../src/app/queries/open-retro';
import { sync } from '../../../src/app/queries/sync';
import { RETRO, aRetro, memoryWorld, present, storedHead, type Person } from '../../support/memory-app';
import type { MemoryWorld } from '../../support/memory-app';

let world: MemoryWorld;
let ann: Person;
let bob: Person;

beforeEach(async () => {
  world = memoryWorld();
  await aRetro(world);
  [ann, bob] = (await present(world, 'ann', 'bob')) as [Person, Person];
  await ann.does('advanceStep', { step: 'collect' });
});

const seenBy = async (person: Person): Promise<string> => JSON.stringify(await person.open());

describe('cards that lie face down', () => {
  it('leave the server without text, author or order, in every answer and event', async () => {
    const id = await bob.writes('stop', 'the secret of bob');
    expect(await seenBy(ann)).not.toContain('secret of bob');
    expect(JSON.stringify(world.events)).not.toContain('secret of bob');
    expect(await seenBy(bob)).toContain('secret of bob');
    const hidden = (await ann.open()).picture.shards.flatMap((shard) => shard.items).find((item) => item.id === id);
    expect(hidden).toEqual({ kind: 'card', id, column: 'stop', text: null, order: 0 });
  });

  it('turn face up column by column, their texts in pieces under 8 KB', async () => {
    for (let i = 0; i < 12; i += 1) await bob.writes('stop', `${'long '.repeat(300)}${i}`);
    await bob.writes('start', 'still hidden');
    world.events.length = 0;
    await ann.does('revealCards', { columns: ['stop'] });
    const texts = world.events.flatMap((event) => event.texts ?? []);
    expect(texts).toHaveLength(12);
    expect(Math.max(...world.events.map((event) => JSON.stringify(event).length))).toBeLessThanOrEqual(8192);
    expect(JSON.stringify(world.events)).not.toContain('still hidden');
    expect(await seenBy(ann)).not.toContain('still hidden');
  });

  it('are never signed in an anonymous retro, whatever the page asks for', async () => {
    await bob.writes('stop', 'x', { signed: true });
    await ann.does('revealCards', { columns: ['stop'] });
    expect(await seenBy(ann)).not.toMatch(/"author"/);
  });
});

describe('who may do what', () => {
  it('lets nobody but the author edit, and nobody but author or facilitator delete', async () => {
    const id = await ann.writes('stop', 'by ann');
    const own = await bob.writes('stop', 'by bob');
    await ann.does('revealCards', { columns: ['stop'] });
    expect(await bob.does('editCard', { card: id, text: 'changed' })).toMatchObject({
      refusal: { code: 'card/not-yours' },
    });
    expect(await bob.does('deleteCard', { card: id })).toMatchObject({ refusal: { code: 'card/not-yours' } });
    expect(await ann.does('deleteCard', { card: own })).toEqual({ ok: true });
    expect(await ann.does('restoreCard', { card: own })).toEqual({ ok: true });
    expect(await seenBy(bob)).toContain('by bob');
  });

  it.each([
    ['advanceStep', { step: 'reveal' }],
    ['revealCards', { columns: ['stop'] }],
    ['startTimer', { seconds: 60 }],
    ['handOver', { to: 'bob', keep: false }],
    ['closeRetro', {}],
    ['configureRetro', { title: 'Mine now' }],
  ] as const)('refuses %s from a participant', async (name, payload) => {
    const before = JSON.stringify([...world.records.rows]);
    expect(await bob.does(name, payload as never)).toMatchObject({ refusal: { code: 'access/denied' } });
    expect(JSON.stringify([...world.records.rows])).toBe(before);
  });

  it('hands facilitation over, once the other has joined', async () => {
    expect(await ann.does('handOver', { to: 'zoe', keep: false })).toMatchObject({
      refusal: { code: 'participant/not-joined' },
    });
    await ann.does('handOver', { to: 'bob', keep: false });
    expect(await bob.does('advanceStep', { step: 'reveal' })).toEqual({ ok: true });
    expect(await ann.does('advanceStep', { step: 'group' })).toMatchObject({ refusal: { code: 'access/denied' } });
  });

  it('answers a retro one may not see exactly as one that does not exist', async () => {
    world.mayBrowse = (accountId) => accountId !== 'eve';
    const eve = { accountId: 'eve', projectId: '10000' };
    const hidden = await openRetro(world.as('eve'), eve, { v: 1, retroId: RETRO, ticket: '' });
    const missing = await openRetro(world.as('eve'), eve, { v: 1, retroId: 'p10000.doesnotexist', ticket: '' });
    expect(hidden).toEqual({ ok: false, refusal: { code: 'access/not-found' } });
    expect(missing).toEqual(hidden);
  });

  it('refuses a foreign, forged or old ticket and takes a renewed one', async () => {
    const request = (ticket: string) => ({ v: 1, retroId: RETRO, ticket, revisions: [] });
    const stolen = await sync(world.app, { accountId: 'eve', projectId: null }, request(ann.ticket));
    expect(stolen).toMatchObject({ refusal: { code: 'access/renew' } });
    expect(await sync(world.app, ann.caller, request(ann.ticket.replace(/.$/, 'x')))).toMatchObject({
      refusal: { code: 'access/renew' },
    });
    world.now.value += 16 * 60_000;
    expect(await ann.does('startTimer', { seconds: 60 })).toMatchObject({ refusal: { code: 'access/renew' } });
    await ann.open();
    expect(await ann.does('startTimer', { seconds: 60 })).toEqual({ ok: true });
  });
});

describe('bad input', () => {
  it.each([
    ['', 'text/empty'],
    ['   \n\t ', 'text/empty'],
    ['\u0000\u0007\u202e', 'text/empty'],
    ['x'.repeat(2001), 'text/too-long'],
  ])('refuses the text %j', async (text, code) => {
    expect(await bob.does('addCard', { shard: 1, column: 'stop', text })).toMatchObject({ refusal: { code } });
  });

  it.each(['x', 'y'.repeat(2000), '<script>alert(1)</script>', '=1+1', '{"type":"doc"}', '😀'.repeat(1000)])(
    'keeps the text %j as it is',
    async (text) => {
      const id = await bob.writes('stop', text);
      const card = (await bob.open()).picture.shards.flatMap((shard) => shard.items).find((item) => item.id === id);
      expect(card).toMatchObject({ text });
    },
  );

  it.each([
    [{ name: 'addCard', payload: { shard: 1, column: 'nowhere', text: 'x' } }, 'column/gone'],
    [{ name: 'addCard', payload: { shard: 40, column: 'stop', text: 'x' } }, 'payload/invalid'],
    [{ name: 'addCard', payload: { shard: 1, column: 'stop', text: 'x', author: 'ann' } }, 'payload/invalid'],
    [{ name: 'editCard', payload: { card: '01-nothinghere1', text: 'x' } }, 'card/gone'],
    [{ name: 'constructor', payload: {} }, 'payload/invalid'],
    [{ name: 'closeVoting', payload: {} }, 'access/denied'],
  ])('refuses %j', async (command, code) => {
    const answer = await bob.runAll([{ id: bob.commandId(), ...command } as never]);
    expect(answer.outcomes).toEqual([{ ok: false, refusal: expect.objectContaining({ code }) as unknown }]);
  });

  it('judges each command of a batch by itself', async () => {
    const answer = await bob.runAll([
      { id: 'aaaaaaaaaaa1', name: 'addCard', payload: { shard: 1, column: 'stop', text: 'kept' } },
      { id: 'aaaaaaaaaaa2', name: 'addCard', payload: { shard: 1, column: 'stop', text: '' } },
      { id: 'not an id', name: 'addCard', payload: { shard: 1, column: 'stop', text: 'x' } },
      { id: 'aaaaaaaaaaa3', name: 'addCard', payload: { shard: 2, column: 'stop', text: 'kept too' } },
    ]);
    expect(answer.outcomes.map((outcome) => outcome.ok)).toEqual([true, false, false, true]);
    expect(await seenBy(bob)).toMatch(/kept too/);
  });

  it('tells an old page to reload', async () => {
    expect(
      await run(world.app, ann.caller, { v: 99, retroId: RETRO, ticket: '', revisions: [], commands: [{}] }),
    ).toEqual({
      ok: false,
      refusal: { code: 'contract/reload' },
    });
  });
});

describe('repeats, conflicts and failures', () => {
  it('adds a card once, however often its command arrives', async () => {
    const id = bob.commandId();
    for (let i = 0; i < 3; i += 1) await bob.does('addCard', { shard: 3, column: 'stop', text: 'once' }, id);
    expect((await seenBy(bob)).match(/"once"/g)).toHaveLength(1);
  });

  it('does not bring a deleted card back when its command arrives again', async () => {
    const id = bob.commandId();
    await bob.does('addCard', { shard: 3, column: 'stop', text: 'gone' }, id);
    await bob.does('deleteCard', { card: `03-${id}` });
    await bob.does('addCard', { shard: 3, column: 'stop', text: 'gone' }, id);
    expect(await seenBy(bob)).not.toContain('"gone","order"');
    const items = (await bob.open()).picture.shards.flatMap((shard) => shard.items);
    expect(items.find((item) => item.id === `03-${id}`)).toEqual({ kind: 'gone', id: `03-${id}` });
  });

  it('is done when the write happened but its answer was lost', async () => {
    let failed = false;
    world.records.faults.beforeCommit = () => {
      if (failed) return undefined;
      failed = true;
      return 'fail-after';
    };
    await bob.writes('stop', 'written');
    expect((await seenBy(bob)).match(/"written"/g)).toHaveLength(1);
  });

  it('gives up in words, with nothing changed, when storage does not answer or conflicts never end', async () => {
    world.records.faults.beforeCommit = () => 'fail';
    expect(await bob.does('addCard', { shard: 1, column: 'stop', text: 'x' })).toMatchObject({
      refusal: { code: 'storage/unavailable' },
    });
    world.records.faults.beforeCommit = () => 'throttle';
    expect(await bob.does('addCard', { shard: 1, column: 'stop', text: 'x' })).toMatchObject({
      refusal: { code: 'storage/throttled' },
    });
    world.records.faults.beforeCommit = () => 'conflict';
    expect(await bob.does('addCard', { shard: 1, column: 'stop', text: 'x' })).toMatchObject({
      refusal: { code: 'conflict/try-again' },
    });
  });

  it('refuses a command older than what a shard remembers', async () => {
    const id = await bob.writes('stop', 'v0', { shard: 4 });
    const base = 2;
    for (let i = 0; i < 70; i += 1) await bob.does('editCard', { card: id, text: `v${i}` });
    const answer = await bob.runAll([
      { id: 'oldoldoldold', name: 'editCard', base, payload: { card: id, text: 'from long ago' } },
    ]);
    expect(answer.outcomes).toEqual([{ ok: false, refusal: { code: 'command/stale' } }]);
  });

  it('asks the author to announce again what could not be broadcast', async () => {
    world.refusePublish = true;
    const answer = await bob.runAll([
      { id: 'aaaaaaaaaaa9', name: 'addCard', payload: { shard: 1, column: 'stop', text: 'x' } },
    ]);
    expect(answer.unannounced).toBe(true);
    expect(answer.outcomes).toEqual([{ ok: true }]);
  });

  it('grows a second tier of shards when one gets large, without moving anything', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 8; i += 1) ids.push(await bob.writes('stop', 'z'.repeat(1000), { shard: 2 }));
    expect(storedHead(world).tiers).toBe(2);
    const answer = await bob.open();
    expect(answer.picture.shards).toHaveLength(46);
    const items = answer.picture.shards.flatMap((shard) => shard.items.map((item) => item.id));
    expect(items).toEqual(expect.arrayContaining(ids));
    expect(await bob.does('addCard', { shard: 40, column: 'stop', text: 'in the second tier' })).toEqual({ ok: true });
  });
});

describe('grouping', () => {
  it('takes a group apart again, and a card that names a vanished group is a card', async () => {
    const [a, b, c] = [await bob.writes('stop', 'a'), await bob.writes('stop', 'b'), await ann.writes('start', 'c')];
    await ann.does('advanceStep', { step: 'group' });
    expect(await bob.does('groupCards', { cards: [a, c], onto: b, group: '09-groupgroup09' })).toEqual({ ok: true });
    await bob.does('renameGroup', { group: '09-groupgroup09', title: '  Build\n times ' });
    const text = await seenBy(ann);
    expect(text).toContain('"title":"Build times"');
    expect(text.match(/"group":"09-groupgroup09"/g)).toHaveLength(3);
    await ann.does('ungroupCards', { cards: [a, b, c] });
    expect((await seenBy(ann)).match(/"group":/g)).toBeNull();
    expect(await bob.does('groupCards', { cards: [a], onto: a, group: '09-groupgroup10' })).toMatchObject({
      refusal: { code: 'group/same-card' },
    });
  });

  it('ends in one state when two people drag the same card at once', async () => {
    const [a, b, c] = [
      await bob.writes('stop', 'a', { shard: 1 }),
      await bob.writes('stop', 'b', { shard: 2 }),
      await bob.writes('stop', 'c', { shard: 3 }),
    ];
    await ann.does('advanceStep', { step: 'group' });
    await Promise.all([
      bob.does('groupCards', { cards: [a], onto: b, group: '01-groupgroup01' }),
      ann.does('groupCards', { cards: [a], onto: c, group: '02-groupgroup02' }),
    ]);
    const items = must(
      (await ann.open()).picture.shards.flatMap((shard) => shard.items).find((item) => item.id === a),
      'card',
    );
    expect(['01-groupgroup01', '02-groupgroup02']).toContain(items.kind === 'card' ? items.group : '');
  });
});

it('keeps no control characters in the names of columns, and refuses a blank one', async () => {
  world = memoryWorld();
  await aRetro(world);
  [ann] = (await present(world, 'ann')) as [Person];
  const column = (name: string) => ({ id: 'one', name, prompt: 'What\u202e now?', color: 'blue' as const });
  expect(await ann.does('configureRetro', { columns: [column('  \u0007 ')] })).toMatchObject({
    refusal: { code: 'text/empty' },
  });
  expect(await ann.does('configureRetro', { columns: [column('Ke\u202eep ')] })).toEqual({ ok: true });
  expect((await ann.open()).picture.setup?.value.columns).toEqual([{ ...column('Keep'), prompt: 'What now?' }]);
});

it('cuts a title that is too long between two characters, never inside one', async () => {
  await ann.does('advanceStep', { step: 'group' });
  await ann.does('renameGroup', { group: '03-groupgroup01', title: `${'x'.repeat(119)}🎉 and more` });
  const items = (await bob.open()).picture.shards.flatMap((shard) => shard.items);
  expect(items).toContainEqual({ kind: 'group', id: '03-groupgroup01', title: 'x'.repeat(119) });
});
