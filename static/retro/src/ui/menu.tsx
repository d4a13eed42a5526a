import './menu.css';
import { cloneElement, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode, RefObject } from 'react';
import { MenuEntry } from './menu-entry';
import type { MenuItem } from './menu-entry';
import { popoverAttributes, showPopover, usePlaced } from './popover';

interface Props {
  /** What opens the menu: a Button or IconButton. */
  trigger: ReactElement;
  /** The menu's name for a screen reader. */
  label: string;
  items: readonly MenuItem[];
  align?: 'start' | 'end';
  onOpen?: () => void;
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

const itemsIn = (layer: HTMLElement): HTMLElement[] => [
  ...layer.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])'),
];

/** Moves focus by arrows, Home, End and first letters; answers whether the key was one of them. */
function moveFocus(layer: HTMLElement, key: string): boolean {
  const items = itemsIn(layer);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const step = STEPS[key];
  if (step) {
    items[step(at, items.length)]?.focus();
    return true;
  }
  if (key.length !== 1 || key === ' ') return false;
  const order = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  order.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()))?.focus();
  return true;
}

/** Opens the layer, puts focus on its first item, and hears when the browser closes it (Escape, click outside). */
function useLayer(layer: RefObject<HTMLElement>, open: boolean, onClosed: () => void): void {
  useEffect(() => {
    const element = layer.current;
    if (!open || !element) return;
    showPopover(element);
    itemsIn(element)[0]?.focus();
    const toggled = (event: Event): void => {
      if ((event as ToggleEvent).newState === 'closed') onClosed();
    };
    element.addEventListener('toggle', toggled);
    return () => element.removeEventListener('toggle', toggled);
    // `onClosed` only sets state: a newer one would do the same.
  }, [open]);
}

/** A menu in the top layer: arrows walk, letters jump, Escape closes and gives focus back. */
export function Menu({ trigger, label, items, align = 'start', onOpen }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const id = useId();

  const change = (next: boolean): void => {
    if (next) onOpen?.();
    setOpen(next);
  };
  const close = (): void => {
    change(false);
    anchor.current?.focus();
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation();
      if (event.key === 'Escape') event.preventDefault();
      close();
    } else if (layer.current && moveFocus(layer.current, event.key)) event.preventDefault();
  };

  useLayer(layer, open, () => setOpen(false));
  usePlaced(anchor, layer, open, { align, side: 'below', gap: 4 });

  return (
    <>
      {cloneElement(trigger, {
        ref: anchor,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        onClick: () => change(!open),
      } as Record<string, unknown>)}
      {open && (
        <div
          ref={layer}
          id={id}
          className="menu"
          role="menu"
          tabIndex={-1}
          aria-label={label}
          onKeyDown={keyDown}
          {...popoverAttributes('auto')}
        >
          {items.map((item) => (
            <MenuEntry key={item.id} item={item} onChosen={close} />
          ))}
        </div>
      )}
    </>
  );
}
