import { act, fireEvent, screen, within } from '@testing-library/react';
import type { Client } from '../../../support/live-world';
import { atTheBoard, drawBoard, moveTo, pass } from '../room';

const textOf = (client: Client) =>
  [...client.session.view().items.values()].flatMap((item) =>
    item.kind === 'card' ? [{ text: item.text, group: item.group, column: item.column }] : [],
  );

/** A board in the step of grouping, with these cards in one column, face up. */
async function grouping(...texts: string[]) {
  const { live, people } = await atTheBoard('ann', 'bob');
  const [ann, bob] = people as [Client, Client];
  for (const text of texts) void ann.session.send('addCard', { column: 'stop', text });
  void ann.session.send('revealCards', { columns: ['continue', 'stop', 'start'] });
  await live.time.until(() => bob.session.view().items.size >= texts.length + 2);
  await moveTo(live, people, 'group');
  await live.time.pass(4000);
  return { live, people, ann, bob };
}

/** Opens a card's menu; the first press only puts the real menu in the button's place. */
function choose(text: string, entry: string): void {
  fireEvent.click(screen.getByRole('button', { name: `Actions for “${text}”` }));
  fireEvent.click(screen.getByRole('menuitem', { name: entry }));
}

describe('putting cards together without a mouse', () => {
  test('"Group with…" offers the nearest text first and groups for everybody', async () => {
    const { live, ann, bob } = await grouping(
      'Deploys are slow',
      'Lunch was late',
      'Every deploy fails once',
      'Old laptops',
    );
    drawBoard(bob);
    choose('Deploys are slow', 'Group with…');
    const list = screen.getByRole('list', { name: 'Cards and groups' });
    const rows = within(list)
      .getAllByRole('button')
      .map((row) => row.querySelector('.picker__title')?.textContent);
    expect(rows[0]).toBe('Every deploy fails once');
    expect(rows).not.toContain('Deploys are slow');
    fireEvent.click(within(list).getByText('Every deploy fails once'));
    await pass(live, 3000);
    for (const client of [ann, bob]) {
      const groups = new Set(
        textOf(client)
          .filter((card) => card.text?.includes('eploy'))
          .map((card) => card.group),
      );
      expect(groups.size).toBe(1);
      expect([...groups][0]).toBeTruthy();
    }
    expect(screen.getByText('Grouped with “Every deploy fails once”')).toBeTruthy();
  });

  test('Enter in the search takes the first one found', async () => {
    const { live, bob } = await grouping('Deploys are slow', 'Lunch was late', 'Slow laptops');
    drawBoard(bob);
    choose('Deploys are slow', 'Group with…');
    fireEvent.change(screen.getByLabelText('Search cards and groups'), { target: { value: 'lunch' } });
    fireEvent.submit(screen.getByLabelText('Search cards and groups'));
    await pass(live, 3000);
    const cards = textOf(bob);
    expect(cards.find((card) => card.text === 'Lunch was late')?.group).toBeTruthy();
    expect(cards.find((card) => card.text === 'Lunch was late')?.group).toBe(
      cards.find((card) => card.text === 'Deploys are slow')?.group,
    );
  });

  test('a group is renamed in its place, and dissolved by its menu', async () => {
    const { live, bob } = await grouping('Deploys are slow', 'Every deploy fails once');
    drawBoard(bob);
    choose('Deploys are slow', 'Group with…');
    fireEvent.submit(screen.getByLabelText('Search cards and groups'));
    await pass(live, 2000);
    fireEvent.click(screen.getByRole('button', { name: /^Rename the group/ }));
    const input = screen.getByLabelText('Title of the group');
    fireEvent.change(input, { target: { value: 'Deployments' } });
    fireEvent.keyDown(input, { key: 'Enter' });
    await pass(live, 2000);
    expect(screen.getByRole('article', { name: 'Group: Deployments' })).toBeTruthy();
    choose('Deployments', 'Ungroup all');
    await pass(live, 2000);
    expect(textOf(bob).every((card) => card.group === undefined)).toBe(true);
  });

  test('a group moves to another column as a whole and keeps its title', async () => {
    const { live, bob } = await grouping('Deploys are slow', 'Every deploy fails once', 'A third deploy');
    drawBoard(bob);
    for (const text of ['Deploys are slow', 'Every deploy fails once']) {
      const button = screen.getAllByRole('button', { name: `Actions for “${text}”` })[0]!;
      fireEvent.click(button);
      fireEvent.click(screen.getByRole('menuitem', { name: 'Group with…' }));
      fireEvent.submit(screen.getByLabelText('Search cards and groups'));
      await pass(live, 2000);
    }
    fireEvent.click(screen.getByRole('button', { name: /^Rename the group/ }));
    fireEvent.change(screen.getByLabelText('Title of the group'), { target: { value: 'Deployments' } });
    fireEvent.keyDown(screen.getByLabelText('Title of the group'), { key: 'Enter' });
    await pass(live, 2000);
    choose('Deployments', 'Start');
    await pass(live, 3000);
    const cards = textOf(bob);
    expect(cards.map((card) => card.column)).toEqual(['start', 'start', 'start']);
    expect(new Set(cards.map((card) => card.group)).size).toBe(1);
    expect(screen.getByRole('article', { name: 'Group: Deployments' })).toBeTruthy();
  });

  test('before the reveal there is nothing to group with', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [, bob] = people as [Client, Client];
    drawBoard(bob);
    await act(async () => {
      void bob.session.send('addCard', { column: 'stop', text: 'Mine' });
      await live.time.pass(1000);
    });
    fireEvent.click(screen.getByRole('button', { name: 'Actions for “Mine”' }));
    expect(screen.queryByRole('menuitem', { name: 'Group with…' })).toBeNull();
    expect(screen.getByRole('menuitem', { name: 'Edit' })).toBeTruthy();
  });
});
