import { fireEvent, render, screen } from '@testing-library/react';
import { Button } from '../../../static/retro/src/ui/button';
import { Menu } from '../../../static/retro/src/ui/menu';

const chosen = jest.fn();

function open(): HTMLElement {
  render(
    <Menu
      label="Card"
      trigger={<Button>More</Button>}
      items={[
        { id: 'edit', label: 'Edit', onSelect: () => chosen('edit') },
        { id: 'gone', label: 'Archive', disabled: true, onSelect: () => chosen('gone') },
        { id: 'rule', kind: 'rule' },
        { id: 'delete', label: 'Delete', onSelect: () => chosen('delete') },
      ]}
    />,
  );
  const trigger = screen.getByRole('button', { name: 'More' });
  fireEvent.click(trigger);
  return trigger;
}
const focused = (): string | null | undefined => document.activeElement?.textContent;
const press = (key: string): void => void fireEvent.keyDown(document.activeElement!, { key });

beforeEach(() => chosen.mockClear());

test('it opens on its first item, and its trigger says that it is open', () => {
  const trigger = open();
  expect(focused()).toBe('Edit');
  expect(trigger.getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByRole('menu', { name: 'Card' })).toBeTruthy();
});

test('arrows walk round, leaving out what cannot be chosen', () => {
  open();
  press('ArrowDown');
  expect(focused()).toBe('Delete');
  press('ArrowDown');
  expect(focused()).toBe('Edit');
  press('End');
  expect(focused()).toBe('Delete');
});

test('a letter jumps to the item that begins with it', () => {
  open();
  press('d');
  expect(focused()).toBe('Delete');
});

test('choosing closes it, gives focus back and then acts', () => {
  const trigger = open();
  chosen.mockImplementationOnce(() => expect(document.activeElement).toBe(trigger));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
  expect(chosen).toHaveBeenCalledWith('delete');
  expect(screen.queryByRole('menu')).toBeNull();
});

test('Escape closes it and chooses nothing; a disabled item does nothing', () => {
  const trigger = open();
  fireEvent.click(screen.getByRole('menuitem', { name: 'Archive' }));
  expect(screen.getByRole('menu')).toBeTruthy();
  press('Escape');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(trigger);
  expect(chosen).not.toHaveBeenCalled();
});
