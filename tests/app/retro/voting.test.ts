import type { Ballot } from '../../../src/domain/ballot';
import { castSoFar } from '../../../src/app/queries/open-retro';
import { sync } from '../../../src/app/queries/sync';
import { boardParts, load } from '../../../src/app/live/load';
import { topicsOf } from '../../../src/domain/board';
import { must } from '../../../src/domain/assert';
import { RETRO, aRetro, memoryWorld, present, storedHead } from '../../support/memory-app';
import type { MemoryWorld, Person } from '../../support/memory-app';

let world: MemoryWorld;
let ann: Person;
let bob: Person;
let cards: string[];

beforeEach(async () => {
  world = memoryWorld();
  await aRetro(world);
  [ann, bob] = (await present(world, 'ann', 'bob')) as [Person, Person];
  await ann.does('advanceStep', { step: 'collect' });
  cards = [await ann.writes('stop', 'one'), await bob.writes('stop', 'two'), await bob.writes('start', 'three')];
  await ann.does('advanceStep', { step: 'vote' });
  await ann.does('openVoting', { budget: 4, perTopic: 3 });
});

const card = (n: number): string => must(cards[n], 'card');
const ballots = (): Ballot[] =>
  world.records
    .all('live')
    .filter((row) => row.key.includes(':b1:'))
    .map((row) => row.record.body as Ballot);

async function result() {
  const answer = await ann.open();
  return answer.picture.setup?.value.results.at(-1);
}

it('refuses more votes than the budget and changes nothing', async () => {
  expect(await bob.does('castVote', { card: card(0), count: 3 })).toEqual({ ok: true });
  expect(await bob.does('castVote', { card: card(1), count: 2 })).toEqual({
    ok: false,
    refusal: { code: 'vote/limit-reached', details: { max: '4' } },
  });
  expect(ballots()).toEqual([{ votes: { [card(0)]: 3 } }]);
});

it('refuses more votes on one topic than allowed', async () => {
  expect(await bob.does('castVote', { card: card(0), count: 4 })).toMatchObject({
    refusal: { code: 'vote/topic-limit' },
  });
});

it('counts a repeated vote once', async () => {
  const id = bob.commandId();
  await bob.does('castVote', { card: card(0), count: 2 }, id);
  await bob.does('castVote', { card: card(0), count: 2 }, id);
  expect(ballots()).toEqual([{ votes: { [card(0)]: 2 } }]);
});

it('never lets two tabs exceed the budget together', async () => {
  const tries = await Promise.all(
    Array.from({ length: 6 }, (_, i) => bob.does('castVote', { card: card(i % 3), count: 2 })),
  );
  expect(tries.some((one) => one.ok)).toBe(true);
  const total = Object.values(must(ballots()[0], 'ballot').votes).reduce((a, b) => a + b, 0);
  expect(total).toBeLessThanOrEqual(4);
});

it('counts the votes of a group and of each of its cards together', async () => {
  await ann.does('closeVoting', {});
  await ann.does('advanceStep', { step: 'group' });
  await bob.does('groupCards', { cards: [card(0)], onto: card(1), group: '05-groupgroup01' });
  await ann.does('advanceStep', { step: 'vote' });
  await ann.does('openVoting', { budget: 4, perTopic: 3 });
  await bob.does('castVote', { card: card(0), count: 2 });
  expect(await bob.does('castVote', { card: card(1), count: 4 })).toMatchObject({
    refusal: { code: 'vote/topic-limit' },
  });
  await ann.does('closeVoting', {});
  expect((await result())?.totals).toEqual({ 'g05-groupgroup01': 2 });
});

it('never counts a vote twice, even for a group that somebody names like a card', async () => {
  await ann.does('closeVoting', {});
  await ann.does('advanceStep', { step: 'group' });
  await bob.does('groupCards', { cards: [card(1)], onto: card(0), group: card(2) });
  await ann.does('advanceStep', { step: 'vote' });
  await ann.does('openVoting', { budget: 4, perTopic: 3 });
  await bob.does('castVote', { card: card(2), count: 3 });
  await ann.does('closeVoting', {});
  const picture = (await ann.open()).picture;
  const items = picture.shards.flatMap((shard) => shard.items);
  const topics = topicsOf(items, await result());
  expect(topics.map((topic) => topic.votes).sort()).toEqual([0, 3]);
});

it('keeps what was cast hidden from everybody until the round is closed', async () => {
  await bob.does('castVote', { card: card(0), count: 3 });
  const seen = JSON.stringify([await ann.open(), world.events]);
  expect(seen).not.toMatch(/"votes":\{"\d\d-/);
  expect((await ann.open()).cast?.byTag).toEqual({ [Object.keys((await ann.open()).cast?.byTag ?? {})[0] ?? '']: 3 });
});

it('closes the round with every vote counted exactly once, by the roster', async () => {
  await Promise.all([
    bob.does('castVote', { card: card(0), count: 2 }),
    ann.does('castVote', { card: card(0), count: 1 }),
  ]);
  await ann.does('castVote', { card: card(2), count: 3 });
  await ann.does('closeVoting', {});
  expect(await result()).toEqual({ round: 1, totals: { [card(0)]: 3, [card(2)]: 3 }, cast: 6, possible: 8, voters: 2 });
});

it('refuses a vote that comes after the gates are shut', async () => {
  // The vote has read an open round; the facilitator closes before it is written.
  let closed: Promise<unknown> | null = null;
  world.records.faults.beforeCommit = (changes) => {
    if (!closed && changes.some((change) => change.at.key.includes(':b1:'))) {
      closed = Promise.resolve();
      for (const [name, row] of world.records.rows)
        if (name.includes(':g1:'))
          world.records.rows.set(name, row.replace('"open":true', '"open":false').replace('"rev":1', '"rev":2'));
      const head = storedHead(world);
      const row = { rev: 99, attributes: {}, body: { ...head, voting: { ...head.voting, state: 'counting' } } };
      world.records.rows.set(`live/${RETRO}:head`, JSON.stringify(row));
    }
    return undefined;
  };
  expect(await bob.does('castVote', { card: card(0), count: 1 })).toMatchObject({ refusal: { code: 'vote/closed' } });
  expect(ballots().every((ballot) => Object.keys(ballot.votes).length === 0)).toBe(true);
});

it('lets whoever comes by finish a count that a crash interrupted', async () => {
  await bob.does('castVote', { card: card(1), count: 2 });
  // The process dies between shutting the gates and writing the result.
  let writes = 0;
  world.records.faults.beforeCommit = () => ((writes += 1) > 1 ? 'fail' : undefined);
  await ann.does('closeVoting', {});
  world.records.faults = {};
  expect(storedHead(world).voting?.state).toBe('counting');
  const answer = await sync(world.app, bob.caller, { v: 1, retroId: RETRO, ticket: bob.ticket, revisions: [] });
  expect(answer.ok && answer.picture.setup?.value.results.at(-1)?.totals).toEqual({ [card(1)]: 2 });
  expect(storedHead(world).voting?.state).toBe('closed');
});

it('keeps votes when the facilitator goes back and returns', async () => {
  await bob.does('castVote', { card: card(1), count: 2 });
  await ann.does('advanceStep', { step: 'group' });
  await ann.does('advanceStep', { step: 'vote' });
  const loaded = must(await load(world.app, RETRO, boardParts()), 'retro');
  expect(Object.values((await castSoFar(world.app, loaded.doc))?.byTag ?? {})).toEqual([2]);
});

it('does not let a participant open, close or vote outside the step', async () => {
  expect(await bob.does('closeVoting', {})).toMatchObject({ refusal: { code: 'access/denied' } });
  expect(await ann.does('openVoting', { budget: 1, perTopic: 1 })).toMatchObject({
    refusal: { code: 'vote/already-open' },
  });
  await ann.does('advanceStep', { step: 'discuss' });
  expect(await bob.does('castVote', { card: card(0), count: 1 })).toMatchObject({ refusal: { code: 'step/not-now' } });
});
