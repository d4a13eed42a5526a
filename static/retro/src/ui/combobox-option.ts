import type { ReactNode } from 'react';

/** One of many, as a combobox shows it. */
export interface ComboboxOption {
  id: string;
  label: string;
  hint?: string;
  /** Drawn before the words: an avatar, an icon. */
  before?: ReactNode;
}
