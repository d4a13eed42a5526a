import type { ReactNode } from 'react';

/** Words for those who listen. */
export function VisuallyHidden({ children }: { children: ReactNode }): ReactNode {
  return <span className="visually-hidden">{children}</span>;
}
