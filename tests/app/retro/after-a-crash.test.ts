/** Two at once, and what a dead function or a lost answer leaves behind: whoever comes next brings it to its end. */
import { finishClosing } from '../../../src/app/run/finish-closing';
import { finishClosings } from '../../../src/app/run/finish-closings';
import { Person, RETRO, TEAM, aRetro, memoryWorld, present, storedHead } from '../../support/memory-app';
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

const DAY = 86_400_000;

it('does not close a retro again that was reopened while two were closing it', async () => {
  await ann.does('closeRetro', {});
  await ann.does('reopenRetro', {});
  // Both begin; the slower one has rewritten the shards when the other finishes and somebody reopens.
  const commit = world.records.commit.bind(world.records);
  let overtaken = false;
  world.records.commit = async (changes) => {
    const outcome = await commit(changes);
    if (
      !overtaken &&
      changes.some((change) => change.at.key.endsWith(':s00')) &&
      storedHead(world).state === 'closing'
    ) {
      overtaken = true;
      await finishClosing(world.app, RETRO);
      expect(await ann.does('reopenRetro', {})).toEqual({ ok: true });
    }
    return outcome;
  };
  await ann.does('closeRetro', {});
  expect(overtaken).toBe(true);
  expect(storedHead(world).state).toBe('running');
});

it('answers a closing whose answer got lost as done, and nobody but a facilitator', async () => {
  await ann.does('closeRetro', {}, 'closecloseab');
  expect(await ann.does('closeRetro', {}, 'closecloseab')).toEqual({ ok: true });
  expect(await bob.does('closeRetro', {}, 'closecloseab')).toMatchObject({ refusal: { code: 'access/denied' } });
});

it('tells the texts when a reveal is repeated whose function died before telling them', async () => {
  await bob.writes('stop', 'a text to be told');
  world.refusePublish = true;
  await ann.does('revealCards', { columns: ['stop'] }, 'revealreveal');
  world.refusePublish = false;
  expect(JSON.stringify(world.events)).not.toContain('a text to be told');
  await ann.does('revealCards', { columns: ['stop'] }, 'revealreveal');
  expect(JSON.stringify(world.events)).toContain('a text to be told');
});

it('counts cards as signs of life: a retro people still write in is not closed', async () => {
  world.now.value += 13 * DAY;
  await bob.open();
  await bob.writes('stop', 'still thinking');
  world.now.value += 2 * DAY;
  expect(await finishClosings(world.app)).toEqual({ finished: 0, closed: 0 });
  world.now.value += 13 * DAY;
  expect(await finishClosings(world.app)).toEqual({ finished: 0, closed: 1 });
});

it('counts what the facilitators do as signs of life', async () => {
  world.now.value += 13 * DAY;
  await ann.open();
  await ann.does('startTimer', { seconds: 60 });
  world.now.value += 2 * DAY;
  expect(await finishClosings(world.app)).toEqual({ finished: 0, closed: 0 });
});

it('reaches a forgotten retro behind any number of old ones that are still used', async () => {
  world = memoryWorld();
  const ids = Array.from({ length: 23 }, (_, n) => `${TEAM}.retro${String(n).padStart(7, '0')}`);
  for (const retroId of ids) {
    await aRetro(world, { retroId });
    world.now.value += 60_000;
    const lead = new Person(world, 'ann', retroId);
    await lead.open();
    await lead.does('advanceStep', { step: 'collect' });
  }
  world.now.value += 15 * DAY;
  for (const retroId of ids.slice(0, 22)) {
    const lead = new Person(world, 'ann', retroId);
    await lead.open();
    expect(await lead.does('startTimer', { seconds: 60 }, 'starttimer01')).toEqual({ ok: true });
  }
  expect(await finishClosings(world.app)).toEqual({ finished: 0, closed: 1 });
  expect(storedHead(world, ids[22]).state).toBe('closed');
});
