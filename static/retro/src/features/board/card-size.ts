import { useSyncExternalStore } from 'react';

/** How large cards are drawn: for a desk, for a shared screen, for a meeting room. */
export const CARD_SIZES = ['s', 'm', 'l'] as const;
export type CardSize = (typeof CARD_SIZES)[number];

const KEY = 'sternlight.card-size';
const listeners = new Set<() => void>();
let current: CardSize | null = null;

function stored(): CardSize {
  try {
    const value = localStorage.getItem(KEY);
    return CARD_SIZES.find((size) => size === value) ?? 's';
  } catch {
    // Storage is forbidden in this frame: the choice lives as long as the page.
    return 's';
  }
}

const read = (): CardSize => (current ??= stored());

/** Remembers the size for this person on this device. */
export function setCardSize(size: CardSize): void {
  current = size;
  try {
    localStorage.setItem(KEY, size);
  } catch {
    // As above.
  }
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The size cards are drawn in here. */
export const useCardSize = (): CardSize => useSyncExternalStore(subscribe, read);
