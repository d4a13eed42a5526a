import { boardParts, load } from '../../../src/app/live/load';
import { must } from '../../../src/domain/assert';
import { finishClosing } from '../../../src/app/run/finish-closing';
import { finishClosings } from '../../../src/app/run/finish-closings';
import { RETRO, TEAM, aRetro, memoryWorld, present, storedHead } from '../../support/memory-app';
import type { MemoryWorld, Person } from '../../support/memory-app';

let world: MemoryWorld;
let ann: Person;
let bob: Person;

async function aFullRetro(anonymity: 'anonymous' | 'author-decides' = 'anonymous'): Promise<string[]> {
  world = memoryWorld();
  await aRetro(world, { anonymity });
  [ann, bob] = (await present(world, 'ann', 'bob', 'cy')) as [Person, Person];
  await ann.does('advanceStep', { step: 'collect' });
  const ids: string[] = [];
  for (let i = 0; i < 6; i += 1) {
    ids.push(await bob.writes('stop', `bob ${i}`, { signed: i === 0 }));
    ids.push(await ann.writes('start', `ann ${i}`));
  }
  await bob.does('deleteCard', { card: must(ids[2], 'card') });
  await ann.does('advanceStep', { step: 'vote' });
  await ann.does('openVoting', { budget: 5, perTopic: 3 });
  await bob.does('castVote', { card: must(ids[0], 'card'), count: 3 });
  return ids;
}

const everything = (): string =>
  JSON.stringify([...world.records.rows].map(([name, row]) => [name, JSON.parse(row) as unknown]));

it('leaves nothing in storage that tells who wrote an anonymous card, or that two have one author', async () => {
  await aFullRetro();
  const before = everything();
  const pseudonym = must(/"by":"([0-9a-f]{24})"/.exec(before), 'a pseudonym while it runs')[1] ?? '';
  await ann.does('closeRetro', {});
  const after = everything();
  expect(storedHead(world)).toMatchObject({ state: 'closed', pepper: null });
  expect(after).not.toContain(pseudonym);
  expect(after).not.toContain('"by"');
  expect(after).not.toMatch(/:b\d+:/);
  // Only the attendance and the facilitator name accounts; no card does.
  for (const row of world.records.all('live'))
    if (/:s\d\d$/.test(row.key))
      for (const item of Object.values(
        (row.record.body as { items: Record<string, { kind: string; author?: string }> }).items,
      ))
        if (item.kind === 'card') expect(item.author).toBeUndefined();
});

it('keeps no times and no traces of commands in any shard', async () => {
  await aFullRetro();
  await ann.does('closeRetro', {});
  for (const row of world.records.all('live'))
    if (/:s\d\d$/.test(row.key)) expect(row.record.body).toMatchObject({ tail: [], recent: [] });
});

it('keeps the author of a signed card only, where each author decides', async () => {
  const ids = await aFullRetro('author-decides');
  await ann.does('closeRetro', {});
  const loaded = must(await load(world.app, RETRO, boardParts()), 'retro');
  const authors = ids
    .map((id) => loaded.doc.item(id))
    .map((item) => (item?.kind === 'card' ? (item.author ?? null) : 'gone'));
  expect(authors.filter((author) => author === 'bob')).toHaveLength(1);
  expect(authors.filter((author) => author === 'gone')).toHaveLength(1);
  expect(authors.filter((author) => author === null)).toHaveLength(10);
});

it('counts an open round before it deletes the ballots', async () => {
  const ids = await aFullRetro();
  await ann.does('closeRetro', {});
  const picture = (await ann.open()).picture;
  expect(picture.setup?.value.results).toEqual([
    expect.objectContaining({ totals: { [must(ids[0], 'card')]: 3 }, voters: 1 }),
  ]);
});

it('writes who took part, sorted, and makes them members of the team', async () => {
  await aFullRetro();
  await ann.does('closeRetro', {});
  expect((await ann.open()).picture.setup?.value.attendees).toEqual(['ann', 'bob', 'cy']);
  const team = must(
    world.records.all('team').find((row) => row.key === TEAM),
    'team',
  );
  expect((team.record.body as { members: string[] }).members).toEqual(['ann', 'bob', 'cy']);
  expect(world.records.all('retro')[0]?.record).toMatchObject({
    attributes: { state: 'closed' },
    body: { cards: 11, participants: 3 },
  });
});

it.each([1, 2, 3, 4])('is finished by the sweep when the process dies at its write number %i', async (deadAt) => {
  await aFullRetro();
  let writes = 0;
  world.records.faults.beforeCommit = () => ((writes += 1) >= deadAt ? 'fail' : undefined);
  await ann.does('closeRetro', {});
  world.records.faults = {};
  if (storedHead(world).state === 'running') await ann.does('closeRetro', {});
  await finishClosings(world.app);
  expect(storedHead(world)).toMatchObject({ state: 'closed', pepper: null });
  expect(everything()).not.toContain('"by"');
});

it('refuses a card that was on its way when the retro was closed', async () => {
  await aFullRetro();
  await ann.does('advanceStep', { step: 'discuss' });
  let closing: Promise<unknown> | undefined;
  world.records.faults.beforeCommit = (changes) => {
    if (
      !closing &&
      changes.length === 1 &&
      changes[0]?.op === 'set' &&
      JSON.stringify(changes[0].record.body).includes('too late')
    ) {
      closing = Promise.resolve();
      return 'conflict';
    }
    return undefined;
  };
  const late = bob.writes('stop', 'too late');
  await ann.does('closeRetro', {});
  await expect(late).rejects.toThrow(/retro\/closed|step\/not-now/);
  expect(everything()).not.toContain('too late');
});

it('closes a retro nobody touched for 14 days, and not one day earlier', async () => {
  await aFullRetro();
  world.now.value += 13 * 86_400_000;
  expect(await finishClosings(world.app)).toEqual({ finished: 0, closed: 0 });
  world.now.value += 2 * 86_400_000;
  expect(await finishClosings(world.app)).toEqual({ finished: 0, closed: 1 });
  expect(storedHead(world).state).toBe('closed');
});

it('reopens with a new pepper: earlier cards belong to nobody, earlier rounds stay closed', async () => {
  const ids = await aFullRetro();
  await ann.does('closeRetro', {});
  expect(await bob.does('reopenRetro', {})).toMatchObject({ refusal: { code: 'access/denied' } });
  expect(await ann.does('reopenRetro', {})).toEqual({ ok: true });
  const [annAgain, bobAgain] = (await present(world, 'ann', 'bob')) as [Person, Person];
  await annAgain.does('advanceStep', { step: 'discuss' });
  expect(await bobAgain.does('editCard', { card: must(ids[0], 'card'), text: 'mine?' })).toMatchObject({
    refusal: { code: 'card/not-yours' },
  });
  expect(storedHead(world).pepper).not.toBe('pepper'.repeat(6));
});

it('answers a second closing as done', async () => {
  await aFullRetro();
  expect(await ann.does('closeRetro', {}, 'closecloseab')).toEqual({ ok: true });
  expect(await finishClosing(world.app, RETRO)).not.toBeNull();
});
