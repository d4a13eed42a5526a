import './spinner.css';
import type { ReactNode } from 'react';

/** Something is under way; the words around it say what. */
export function Spinner({ size = 16 }: { size?: 16 | 24 }): ReactNode {
  return (
    <svg className="spinner" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="6.5" />
    </svg>
  );
}
