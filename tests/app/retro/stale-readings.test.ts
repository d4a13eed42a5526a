/** Quick readings may be half a second old: nothing is refused, and nothing slips through, because of that. */
import { openRetro, renew } from '../../../src/app/queries/open-retro';
import { announce, sync } from '../../../src/app/queries/sync';
import { growBoard } from '../../../src/app/run/grow-board';
import { run } from '../../../src/app/run/run';
import type { StoredRecord } from '../../../src/app/ports/records';
import { recordName } from '../../../src/app/ports/records';
import { must } from '../../../src/domain/assert';
import { Person, RETRO, aRetro, memoryWorld, present, storedHead } from '../../support/memory-app';
import type { MemoryWorld } from '../../support/memory-app';

let world: MemoryWorld;
let ann: Person;
let bob: Person;

/** From now on quick readings of these records stay as they are at this moment. */
function freeze(which: RegExp = /./): void {
  const then = new Map(world.records.rows);
  const readNow = world.records.readMany.bind(world.records);
  world.records.readMany = async (keys, mode?: 'quick' | 'strict') => {
    const found = await readNow(keys);
    if (mode === 'strict') return found;
    for (const name of keys.map(recordName).filter((one) => which.test(one))) {
      const row = then.get(name);
      if (row === undefined) found.delete(name);
      else found.set(name, JSON.parse(row) as StoredRecord);
    }
    return found;
  };
}

beforeEach(async () => {
  world = memoryWorld();
  await aRetro(world);
  [ann, bob] = (await present(world, 'ann', 'bob')) as [Person, Person];
});

const everything = (): string => JSON.stringify([...world.records.rows]);

describe('a refusal is believed of a fresh reading only', () => {
  it('takes a card of somebody whose reading says the retro has not started', async () => {
    freeze();
    await ann.does('advanceStep', { step: 'collect' });
    await expect(bob.writes('stop', 'fresh')).resolves.toEqual(expect.any(String));
  });

  it('lets people act on a card, and vote in a round, that came a moment ago', async () => {
    await ann.does('advanceStep', { step: 'group' });
    freeze();
    const card = await bob.writes('stop', 'just written');
    expect(await bob.does('editCard', { card, text: 'better' })).toEqual({ ok: true });
    await ann.does('advanceStep', { step: 'vote' });
    await ann.does('openVoting', { budget: 5, perTopic: 3 });
    expect(await bob.does('castVote', { card, count: 2 })).toEqual({ ok: true });
  });

  it('takes a card for a shard that was made a moment ago', async () => {
    await ann.does('advanceStep', { step: 'collect' });
    freeze();
    await growBoard(world.app, RETRO);
    await expect(bob.writes('stop', 'second tier', { shard: 30 })).resolves.toEqual(expect.any(String));
  });

  it('opens and renews a retro that was created a moment ago', async () => {
    world = memoryWorld();
    freeze();
    await aRetro(world);
    const person = new Person(world, 'ann');
    await expect(person.open()).resolves.toMatchObject({ ok: true });
    const request = { v: 1, retroId: RETRO };
    expect(await renew(world.as('ann'), person.caller, request)).toMatchObject({ ok: true });
  });

  it('costs the happy path one reading, and a refused command a second one', async () => {
    await ann.does('advanceStep', { step: 'collect' });
    const { counts } = world.records;
    const before = counts.reads;
    await bob.writes('stop', 'one');
    expect(counts.reads - before).toBe(1);
    await bob.does('castVote', { card: '00-aaaaaaaaaaaa', count: 1 });
    expect(counts.reads - before).toBe(3);
    await bob.does('addCard', { shard: 0, column: 'stop', text: ' ' });
    expect(counts.reads - before).toBe(4);
  });

  it('still refuses what is not so, and leaves no trace', async () => {
    await ann.does('advanceStep', { step: 'collect' });
    const before = everything();
    expect(await bob.does('editCard', { card: '00-aaaaaaaaaaaa', text: 'x' })).toMatchObject({
      refusal: { code: 'card/gone' },
    });
    expect(everything()).toBe(before);
  });
});

describe('an old reading lets nothing into a closed retro', () => {
  beforeEach(async () => {
    await ann.does('advanceStep', { step: 'vote' });
    await ann.does('openVoting', { budget: 5, perTopic: 3 });
  });

  it('no card, though the shard it read is the rewritten one', async () => {
    await ann.does('advanceStep', { step: 'discuss' });
    freeze(/:head$/);
    await ann.does('closeRetro', {});
    await expect(bob.writes('stop', 'too late')).rejects.toThrow('retro/closed');
    expect(everything()).not.toMatch(/too late|\\"by\\"/);
  });

  it('no participant', async () => {
    freeze(/:head$/);
    await ann.does('closeRetro', {});
    const zoe = await new Person(world, 'zoe').open();
    expect(zoe.me.joined).toBe(false);
    expect(everything()).not.toContain('zoe');
  });

  it('no participant whose shard was read before it closed', async () => {
    freeze();
    await ann.does('closeRetro', {});
    await new Person(world, 'zoe').open();
    expect(everything()).not.toContain('zoe');
  });

  it('no ballot into a round that has been counted', async () => {
    await ann.does('advanceStep', { step: 'discuss' });
    const card = await bob.writes('stop', 'a topic');
    await ann.does('advanceStep', { step: 'vote' });
    await ann.does('revealCards', { columns: ['stop'] });
    freeze(/:head$/);
    await ann.does('closeVoting', {});
    expect(await bob.does('castVote', { card, count: 1 })).toMatchObject({ refusal: { code: 'vote/closed' } });
    expect([...world.records.rows.keys()].filter((name) => /:b\d+:/.test(name))).toEqual([]);
  });

  it('no ballot', async () => {
    await ann.does('advanceStep', { step: 'discuss' });
    const card = await bob.writes('stop', 'a topic');
    await ann.does('advanceStep', { step: 'vote' });
    freeze(/:head$/);
    await ann.does('closeRetro', {});
    expect(await bob.does('castVote', { card, count: 1 })).toMatchObject({ refusal: { code: 'retro/closed' } });
    expect([...world.records.rows.keys()].filter((name) => /:b\d+:/.test(name))).toEqual([]);
  });
});

it('answers whoever has no ticket the same about a retro that exists and one that does not', async () => {
  const eve = { accountId: 'eve', projectId: '10000' };
  const head = must(storedHead(world), 'head');
  for (const ask of [
    (retroId: string) => run(world.app, eve, { v: 1, retroId, ticket: '', revisions: [], commands: [{}] }),
    (retroId: string) => sync(world.app, eve, { v: 1, retroId, ticket: '', revisions: [] }),
    (retroId: string) =>
      announce(world.app, eve, { v: 1, retroId, ticket: '', revisions: [], shards: [0], commands: [] }),
  ]) {
    const hidden = await ask(head.retroId);
    expect(hidden).toEqual({ ok: false, refusal: { code: 'access/renew' } });
    expect(await ask('p10000.doesnotexist')).toEqual(hidden);
  }
  world.mayBrowse = () => false;
  const gone = await renew(world.as('eve'), eve, { v: 1, retroId: 'p10000.doesnotexist' });
  expect(await renew(world.as('eve'), eve, { v: 1, retroId: RETRO })).toEqual(gone);
  expect(await openRetro(world.as('eve'), eve, { v: 1, retroId: RETRO, ticket: '' })).toEqual(gone);
});
