import './board-skeleton.css';
import type { ReactNode } from 'react';
import { Skeleton } from '../../ui/skeleton';

/** The shape of a board on its way. */
export function BoardSkeleton(): ReactNode {
  return (
    <div className="board-skeleton">
      {[3, 2, 4].map((cards, lane) => (
        <div key={lane} className="board-skeleton__lane">
          <Skeleton width="45%" height="1.25rem" />
          {Array.from({ length: cards }, (_, card) => (
            <Skeleton key={card} height="4.5rem" />
          ))}
        </div>
      ))}
    </div>
  );
}
