import { act, fireEvent, screen } from '@testing-library/react';
import type { Client } from '../../../support/live-world';
import { atTheBoard, drawBoard, moveTo, pass } from '../room';

async function votingStep(...texts: string[]) {
  const { live, people } = await atTheBoard('ann', 'bob');
  const [ann, bob] = people as [Client, Client];
  for (const text of texts) void ann.session.send('addCard', { column: 'stop', text });
  void ann.session.send('revealCards', { columns: ['continue', 'stop', 'start'] });
  await live.time.until(() => bob.session.view().items.size >= texts.length + 2);
  await moveTo(live, people, 'vote');
  await live.time.pass(4000);
  return { live, ann, bob };
}

const open = async (
  { live, ann, bob }: Awaited<ReturnType<typeof votingStep>>,
  limits: { budget: number; perTopic: number },
): Promise<void> =>
  act(async () => {
    void ann.session.send('openVoting', limits);
    await live.time.until(() => bob.session.view().head.voting?.state === 'open');
    await live.time.pass(2000);
  });

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const locked = (name: string): boolean => button(name).getAttribute('aria-disabled') === 'true';

describe('voting', () => {
  test('the facilitator chooses the limits and opens; a participant waits and is told for whom', async () => {
    const world = await votingStep('Slow deploys');
    drawBoard(world.ann);
    await pass(world.live, 100);
    fireEvent.click(button('Votes per person: Fewer'));
    fireEvent.click(button('Open voting'));
    await pass(world.live, 2000);
    expect(world.ann.session.view().head.voting).toMatchObject({ state: 'open', budget: 4 });
    expect(screen.getByText('4 votes left')).toBeTruthy();
  });

  test('a participant has no buttons before the round and none to open it', async () => {
    const { bob } = await votingStep('Slow deploys');
    drawBoard(bob);
    expect(screen.getByText('Voting has not begun')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Open voting' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Vote for/ })).toBeNull();
    expect(await screen.findByText('Ann Abel opens the round.')).toBeTruthy();
  });

  test('votes stop at the limit of a topic and at the end of the budget, and can be taken back', async () => {
    const world = await votingStep('Slow deploys', 'Long stand-ups');
    await open(world, { budget: 3, perTopic: 2 });
    drawBoard(world.bob);
    fireEvent.click(button('Vote for “Slow deploys”'));
    expect(screen.getByText('2 votes left')).toBeTruthy();
    fireEvent.click(button('Vote for “Slow deploys”'));
    expect(locked('Vote for “Slow deploys”')).toBe(true);
    expect(locked('Vote for “Long stand-ups”')).toBe(false);
    fireEvent.click(button('Vote for “Long stand-ups”'));
    expect(screen.getByText('All your votes are given')).toBeTruthy();
    expect(locked('Vote for “Long stand-ups”')).toBe(true);
    fireEvent.click(button('Vote for “Long stand-ups”'));
    fireEvent.click(button('Take a vote back from “Slow deploys”'));
    expect(screen.getByText('1 vote left')).toBeTruthy();
    await pass(world.live, 3000);
    expect(Object.values(world.bob.session.view().ballot?.votes ?? {})).toEqual([1, 1]);
    expect(screen.getByText('2 of 6 votes cast')).toBeTruthy();
  });

  test('closing early asks first; the result sorts the columns and shows the votes', async () => {
    const world = await votingStep('Slow deploys', 'Long stand-ups');
    await open(world, { budget: 3, perTopic: 2 });
    drawBoard(world.ann);
    fireEvent.click(button('Vote for “Long stand-ups”'));
    await pass(world.live, 1000);
    fireEvent.click(button('Close voting'));
    expect(world.ann.session.view().head.voting?.state).toBe('open');
    expect(screen.getByText(/1 of 6 votes are cast/)).toBeTruthy();
    fireEvent.submit(screen.getByText(/1 of 6 votes are cast/));
    await pass(world.live, 5000);
    expect(world.ann.session.view().head.voting?.state).toBe('closed');
    const cards = screen.getAllByRole('article').map((card) => card.getAttribute('aria-label'));
    expect(cards).toEqual(['Card: Long stand-ups', 'Card: Slow deploys']);
    expect(screen.getByText('1 vote')).toBeTruthy();
    expect(button('Vote again')).toBeTruthy();
  });

  test('nobody sees others’ votes while the round is open', async () => {
    const world = await votingStep('Slow deploys');
    await open(world, { budget: 3, perTopic: 2 });
    drawBoard(world.bob);
    await act(async () => {
      const card = [...world.ann.session.view().items.values()].find((item) => item.kind === 'card')!;
      void world.ann.session.send('castVote', { card: card.id, count: 2 });
      await world.live.time.pass(3000);
    });
    expect(screen.getByText('2 of 6 votes cast')).toBeTruthy();
    expect(screen.getByText('No vote of yours')).toBeTruthy();
    expect(screen.queryByText('2 votes')).toBeNull();
  });

  test('looking ahead from another step offers no vote', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    drawBoard(people[0]!, { step: 'vote' });
    await pass(live, 100);
    expect(screen.getByText('Voting has not begun')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Open voting' })).toBeNull();
  });
});
