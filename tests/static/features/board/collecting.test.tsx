import { act, fireEvent, screen, within } from '@testing-library/react';
import type { Client } from '../../../support/live-world';
import { atTheBoard, drawBoard, pass } from '../room';

const composer = (column: string): HTMLTextAreaElement =>
  screen.getByLabelText<HTMLTextAreaElement>(`Add a card to ${column}`);

function type(column: string, text: string): void {
  fireEvent.change(composer(column), { target: { value: text } });
}
const press = (column: string, key: string, more = {}): void =>
  void fireEvent.keyDown(composer(column), { key, ...more });

const cardsOf = (client: Client) => [...client.session.view().items.values()].filter((item) => item.kind === 'card');

describe('writing cards', () => {
  test('Enter adds the card at once and empties the input', async () => {
    const { live, people } = await atTheBoard('ann');
    drawBoard(people[0]!);
    type('Start', 'Pair more often');
    press('Start', 'Enter');
    expect(screen.getByText('Pair more often')).toBeTruthy();
    expect(composer('Start').value).toBe('');
    await pass(live, 2000);
    expect(cardsOf(people[0]!)).toMatchObject([{ text: 'Pair more often', column: 'start', mine: true }]);
  });

  test('Shift+Enter and the Enter of an input method add nothing', async () => {
    const { people } = await atTheBoard('ann');
    drawBoard(people[0]!);
    type('Start', 'Pair');
    press('Start', 'Enter', { shiftKey: true });
    press('Start', 'Enter', { isComposing: true });
    expect(cardsOf(people[0]!)).toHaveLength(0);
    expect(composer('Start').value).toBe('Pair');
  });

  test('a text that is too long stays in the input, with the reason', async () => {
    const { people } = await atTheBoard('ann');
    drawBoard(people[0]!);
    const long = 'x'.repeat(2001);
    type('Stop', long);
    press('Stop', 'Enter');
    expect(composer('Stop').value).toBe(long);
    expect(screen.getByText(/This is too long: 2,?001 characters/)).toBeTruthy();
    expect(screen.getByText('1 character too many')).toBeTruthy();
    expect(cardsOf(people[0]!)).toHaveLength(0);
  });

  test('the room that is left is said only near the limit', async () => {
    const { people } = await atTheBoard('ann');
    drawBoard(people[0]!);
    type('Stop', 'x'.repeat(1700));
    expect(screen.queryByText(/characters? left/)).toBeNull();
    type('Stop', 'x'.repeat(1990));
    expect(screen.getByText('10 characters left')).toBeTruthy();
  });

  test('what is typed is there again after leaving the page', async () => {
    const { live, people } = await atTheBoard('ann');
    drawBoard(people[0]!);
    type('Start', 'half a thou');
    act(() => void window.dispatchEvent(new Event('pagehide')));
    expect(people[0]!.session.drafts.read('card/start')).toBe('half a thou');
    await pass(live, 100);
  });

  test('others’ cards lie face down: counted, and without a word of theirs in the page', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    drawBoard(people[0]!);
    await act(async () => {
      void people[1]!.session.send('addCard', { column: 'stop', text: 'Bob’s secret' });
      await live.time.until(() => cardsOf(people[0]!).length === 1);
    });
    expect(screen.getByText('1 card of somebody else, face down')).toBeTruthy();
    expect(document.body.textContent).not.toContain('Bob’s secret');
  });

  test('a reveal by the facilitator shows them; a participant has no button for it', async () => {
    const { live, people } = await atTheBoard('ann', 'bob');
    const [ann, bob] = people as [Client, Client];
    drawBoard(bob);
    expect(screen.queryByRole('button', { name: /reveal/i })).toBeNull();
    await act(async () => {
      void ann.session.send('addCard', { column: 'stop', text: 'Long stand-ups' });
      await live.time.until(() => cardsOf(bob).length === 1);
      void ann.session.send('revealCards', { columns: ['stop'] });
      await live.time.until(() => bob.session.view().head.revealed.includes('stop'));
      await live.time.pass(3000);
    });
    expect(screen.getByText('Long stand-ups')).toBeTruthy();
  });

  test('a deleted card comes back by undo', async () => {
    const { live, people } = await atTheBoard('ann');
    drawBoard(people[0]!);
    type('Start', 'Pair more');
    press('Start', 'Enter');
    await pass(live, 1000);
    fireEvent.click(screen.getByRole('button', { name: 'Actions for “Pair more”' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await pass(live, 1000);
    expect(screen.queryByText('Pair more')).toBeNull();
    fireEvent.click(
      within(screen.getByRole('region', { name: 'Notifications' })).getByRole('button', { name: 'Undo' }),
    );
    await pass(live, 1000);
    expect(screen.getByText('Pair more')).toBeTruthy();
  });

  test('an own card is changed in its place; Escape leaves it as it was', async () => {
    const { live, people } = await atTheBoard('ann');
    drawBoard(people[0]!);
    type('Start', 'Pair more');
    press('Start', 'Enter');
    await pass(live, 1000);
    const edit = (): HTMLElement => {
      fireEvent.click(screen.getByRole('button', { name: 'Actions for “Pair more”' }));
      if (!screen.queryByRole('menuitem', { name: 'Edit' }))
        fireEvent.click(screen.getByRole('button', { name: 'Actions for “Pair more”' }));
      fireEvent.click(screen.getByRole('menuitem', { name: 'Edit' }));
      return screen.getByLabelText('Text of the card');
    };
    const first = edit();
    fireEvent.change(first, { target: { value: 'Something else' } });
    fireEvent.keyDown(first, { key: 'Escape' });
    expect(screen.getByText('Pair more')).toBeTruthy();
    const second = edit();
    fireEvent.change(second, { target: { value: 'Pair on Fridays' } });
    fireEvent.keyDown(second, { key: 'Enter' });
    await pass(live, 1000);
    expect(cardsOf(people[0]!)).toMatchObject([{ text: 'Pair on Fridays' }]);
  });
});
