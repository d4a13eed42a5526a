/** What order, company and lists could tell about who wrote or voted what. */
import { itemId, participantItemId } from '../../../src/domain/ids';
import { must } from '../../../src/domain/assert';
import { tagOf } from '../../../src/app/live/secrets';
import { aRetro, memoryWorld, present, storedHead } from '../../support/memory-app';
import type { MemoryWorld, Person } from '../../support/memory-app';

let world: MemoryWorld;
let ann: Person;
let bob: Person;
const NAMES = ['ann', 'bob', 'cy', 'dee', 'eve', 'fay', 'gus', 'hal'];

beforeEach(async () => {
  world = memoryWorld();
  await aRetro(world, { anonymity: 'author-decides' });
  [ann, bob] = (await present(world, ...NAMES)) as [Person, Person];
  await ann.does('advanceStep', { step: 'collect' });
});

it('lists the votes cast so far in an order that has nothing to do with the people', async () => {
  const card = await bob.writes('stop', 'a topic');
  await ann.does('advanceStep', { step: 'vote' });
  await ann.does('openVoting', { budget: 5, perTopic: 3 });
  for (const name of NAMES) {
    const [person] = (await present(world, name)) as [Person];
    await person.does('castVote', { card, count: 1 });
  }
  const tags = Object.keys(must((await ann.open()).cast, 'votes cast').byTag);
  const roster = [...NAMES].sort((a, b) => (participantItemId(a) < participantItemId(b) ? -1 : 1));
  const inRosterOrder = await Promise.all(roster.map((name) => tagOf(world.app, storedHead(world), 1, name)));
  expect([...tags].sort()).toEqual([...inRosterOrder].sort());
  // An object's keys that look like numbers come first, whatever order they were put in.
  expect(tags).toEqual(Object.keys(Object.fromEntries([...inRosterOrder].sort().map((tag) => [tag, 1]))));
});

it('shows the cards of a shard in no order of time', async () => {
  const ids = ['zzzzzzzzzzz1', 'mmmmmmmmmmm1', 'aaaaaaaaaaa1'];
  for (const id of ids) await bob.does('addCard', { shard: 4, column: 'stop', text: id }, id);
  const shard = (await ann.open()).picture.shards.find((one) => one.shard === 4);
  const cards = must(shard, 'shard')
    .items.filter((item) => item.kind === 'card')
    .map((item) => item.id);
  expect(cards).toEqual(ids.map((id) => itemId(4, id)).sort());
});
