import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Combobox } from '../../../static/retro/src/ui/combobox';
import type { ComboboxOption } from '../../../static/retro/src/ui/combobox';

Element.prototype.scrollIntoView = () => undefined;

const PEOPLE = ['Ann', 'Anton', 'Bob'].map((label) => ({ id: label.toLowerCase(), label }));
const find = jest.fn(async (query: string) => PEOPLE.filter(({ label }) => label.toLowerCase().startsWith(query)));

function Owner({ first = null }: { first?: ComboboxOption | null }): ReactElement {
  const [value, setValue] = useState<ComboboxOption | null>(first);
  return <Combobox label="Owner" value={value} onValue={setValue} find={find} />;
}
const field = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('combobox', { name: 'Owner' });
const wait = (): Promise<void> => act(async () => jest.advanceTimersByTimeAsync(250));
const type = async (text: string): Promise<void> => {
  fireEvent.change(field(), { target: { value: text } });
  await wait();
};

beforeEach(() => {
  jest.useFakeTimers();
  find.mockClear();
});
afterEach(() => jest.useRealTimers());

test('it asks once for what was typed in one go, and Enter takes the marked option', async () => {
  render(<Owner />);
  fireEvent.change(field(), { target: { value: 'a' } });
  await type('an');
  expect(find.mock.calls).toEqual([['an']]);
  fireEvent.keyDown(field(), { key: 'ArrowDown' });
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('Anton');
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(field().value).toBe('Anton');
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('the field names the marked option for a screen reader', async () => {
  render(<Owner />);
  await type('an');
  const marked = screen.getByRole('option', { selected: true });
  expect(field().getAttribute('aria-activedescendant')).toBe(marked.id);
});

test('Escape and leaving keep what was chosen before; emptying takes it back', async () => {
  render(<Owner first={PEOPLE[2]} />);
  await type('an');
  fireEvent.keyDown(field(), { key: 'Escape' });
  expect(field().value).toBe('Bob');
  await type('an');
  fireEvent.blur(field());
  expect(field().value).toBe('Bob');
  await type('');
  fireEvent.blur(field());
  expect(field().value).toBe('');
});

test('a search that fails reads as no matches, and typing on asks again', async () => {
  find.mockRejectedValueOnce(new Error('Jira is away'));
  render(<Owner />);
  await type('b');
  expect(screen.getByText('No matches')).toBeTruthy();
  await type('bo');
  expect(screen.getByRole('option').textContent).toBe('Bob');
});
