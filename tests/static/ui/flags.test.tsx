import { act, fireEvent, render, screen } from '@testing-library/react';
import { FlagHost } from '../../../static/retro/src/ui/flag-host';
import { dismissFlag, flagStore, showFlag } from '../../../static/retro/src/ui/flags';

const raise = (...args: Parameters<typeof showFlag>): void => act(() => void showFlag(...args));
const pass = (ms: number): void => act(() => jest.advanceTimersByTime(ms));

beforeEach(() => {
  jest.useFakeTimers();
  flagStore.snapshot().forEach((flag) => dismissFlag(flag.id));
  render(<FlagHost />);
});
afterEach(() => jest.useRealTimers());

test('a flag goes by itself, a warning stays until somebody dismisses it', () => {
  raise({ title: 'Saved' });
  raise({ title: 'Refused', tone: 'warning' });
  pass(9000);
  expect(screen.queryByText('Saved')).toBeNull();
  expect(screen.getByText('Refused')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText('Refused')).toBeNull();
});

test('a flag under the pointer is not taken away from its reader', () => {
  raise({ title: 'Deleted' });
  fireEvent.pointerEnter(screen.getByRole('article'));
  pass(60_000);
  expect(screen.getByText('Deleted')).toBeTruthy();
});

test('its action runs once and takes the flag away', () => {
  const undo = jest.fn();
  raise({ title: 'Deleted', actions: [{ label: 'Undo', onSelect: undo }] });
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('Deleted')).toBeNull();
});

test('the same id takes the other’s place, and no more than three are shown', () => {
  ['one', 'two', 'three', 'four'].forEach((title) => raise({ title }));
  raise({ title: 'four again', id: flagStore.snapshot()[0]!.id });
  expect(flagStore.snapshot().map((flag) => flag.title)).toEqual(['four again', 'three', 'two']);
});
