import type { ReactNode } from 'react';

interface Props {
  full: number;
  of: number;
  className?: string;
}

/** Votes as dots: given ones full, the others open. The words beside them say the number. */
export function Pips({ full, of, className = 'pips' }: Props): ReactNode {
  return (
    <span className={className} aria-hidden="true">
      {Array.from({ length: Math.max(of, full) }, (_, i) => (
        <span key={i} className="pips__pip" data-full={i < full ? '' : undefined} />
      ))}
    </span>
  );
}
