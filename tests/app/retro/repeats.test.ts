import type { CommandName } from '../../../src/contract/commands';
import { aRetro, memoryWorld, present } from '../../support/memory-app';
import type { MemoryWorld, Person } from '../../support/memory-app';
import { makeReadsStale } from '../../support/stale-reads';
import { storedBallots, storedCards } from '../../support/stored';

type Sent = { id: string; name: CommandName; payload: unknown };

async function collecting(): Promise<{ world: MemoryWorld; ann: Person; bob: Person }> {
  const world = memoryWorld();
  await aRetro(world);
  const [ann, bob] = (await present(world, 'ann', 'bob')) as [Person, Person];
  await ann.does('advanceStep', { step: 'collect' });
  return { world, ann, bob };
}

async function voting(): Promise<{ world: MemoryWorld; ann: Person; bob: Person; card: string }> {
  const { world, ann, bob } = await collecting();
  const card = await bob.writes('start', 'Pair more');
  await ann.does('advanceStep', { step: 'vote' });
  await ann.does('openVoting', { budget: 5, perTopic: 3 });
  return { world, ann, bob, card };
}

const votesOf = (world: MemoryWorld): number[] =>
  [...storedBallots(world, 1).values()].flatMap((ballot) => Object.values(ballot.votes));

describe('a command whose answer was lost, repeated', () => {
  test('is done, though the step has moved on since', async () => {
    const { world, ann, bob } = await collecting();
    const edited = bob.commandId();
    const added = bob.commandId();
    const card = await bob.writes('start', 'before');
    await bob.does('editCard', { card, text: 'after' }, edited);
    await bob.does('addCard', { shard: 4, column: 'stop', text: 'another' }, added);
    await ann.does('advanceStep', { step: 'vote' });
    expect(await bob.does('editCard', { card, text: 'after' }, edited)).toEqual({ ok: true });
    expect(await bob.does('addCard', { shard: 4, column: 'stop', text: 'another' }, added)).toEqual({ ok: true });
    expect(
      storedCards(world)
        .map((one) => one.text)
        .sort(),
    ).toEqual(['after', 'another']);
  });

  test('as a vote is done, though the round was closed since', async () => {
    const { world, ann, bob, card } = await voting();
    await bob.does('castVote', { card, count: 2 });
    await ann.does('closeVoting', {});
    expect(await bob.does('castVote', { card, count: 2 })).toEqual({ ok: true });
    expect(await bob.does('castVote', { card, count: 1 })).toMatchObject({ refusal: { code: 'vote/closed' } });
    expect(votesOf(world)).toEqual([2]);
  });
});

describe('a reading that is a moment old', () => {
  test('does not make a command look done that is not', async () => {
    const { world, bob } = await collecting();
    makeReadsStale(world.records, { now: () => world.now.value, limited: () => false, stale: () => true });
    const card = await bob.writes('start', 'Pair more');
    await bob.does('deleteCard', { card });
    expect(await bob.does('restoreCard', { card })).toEqual({ ok: true });
    expect(storedCards(world)).toEqual([expect.not.objectContaining({ gone: true })]);
  });
});

describe('commands of one batch', () => {
  const sent = (person: Person, name: CommandName, payload: unknown): Sent => ({
    id: person.commandId(),
    name,
    payload,
  });

  test('may vote and close the round; what comes after the close is refused', async () => {
    const { world, ann, card } = await voting();
    const answer = await ann.runAll([
      sent(ann, 'castVote', { card, count: 1 }),
      sent(ann, 'closeVoting', {}),
      sent(ann, 'castVote', { card, count: 0 }),
      sent(ann, 'castVote', { card, count: 1 }),
    ]);
    expect(answer.outcomes.map((outcome) => outcome.ok)).toEqual([true, true, false, true]);
    expect(votesOf(world)).toEqual([1]);
  });

  test('may change one action item twice: the second goes on from the first', async () => {
    const { ann } = await collecting();
    const made = ann.commandId();
    const first = { shard: 3, topic: null, topicTitle: '', text: 'Write it down', owner: null, due: null };
    await ann.does('createActionItem', first, made);
    const action = `${ann.retroId}.03-${made}`;
    const answer = await ann.runAll([
      sent(ann, 'changeActionItem', { action, text: 'Write it up' }),
      sent(ann, 'changeActionItem', { action, owner: 'bob' }),
    ]);
    expect(answer.outcomes).toEqual([{ ok: true }, { ok: true }]);
    expect(Object.values(answer.picture.actions)).toMatchObject([{ text: 'Write it up', owner: 'bob' }]);
  });
});
