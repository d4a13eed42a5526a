import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Board } from '#domain/board';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { edgeScroll } from '../grouping/edge-scroll';
import { useTouchDrag } from '../grouping/use-touch-drag';
import { useDesk } from './desk';
import { Lane } from './lane';
import { LooseLane } from './loose-lane';

/** The columns side by side, in one scroller. */
export function BoardLanes({ board }: { board: Board }): ReactNode {
  const { may, revealed } = useDesk();
  const pending = useView((view) => view.pending);
  const scroller = useRef<HTMLDivElement>(null);
  useTouchDrag(scroller, board);

  useEffect(() => {
    return may.groupCards && scroller.current ? edgeScroll(scroller.current) : undefined;
  }, [may.groupCards]);

  return (
    // Wide boards scroll sideways; the keyboard reaches the scroller itself.
    <div ref={scroller} className="board__lanes" role="region" aria-label={t('board.label')} tabIndex={0}>
      {board.columns.map((lane) => (
        <Lane key={lane.column.id} lane={lane} revealed={revealed.includes(lane.column.id)} pending={pending} />
      ))}
      {board.loose.length > 0 && <LooseLane topics={board.loose} revealed={revealed} />}
    </div>
  );
}
