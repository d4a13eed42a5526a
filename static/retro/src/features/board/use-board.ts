import { useMemo, useRef } from 'react';
import type { Board } from '#domain/board';
import { boardOf } from '#domain/board';
import { useView } from '../../session/use-view';
import { shareBoard } from './share-board';

/** The board as it is drawn; with `byVotes` sorted by the last closed round. What did not change keeps its identity. */
export function useBoard(byVotes: boolean): Board {
  const columns = useView((view) => view.setup.columns);
  const items = useView((view) => view.items);
  const result = useView((view) => view.result);
  const last = useRef<Board | null>(null);
  return useMemo(() => {
    last.current = shareBoard(last.current, boardOf(columns, items.values(), byVotes ? result : undefined));
    return last.current;
  }, [columns, items, result, byVotes]);
}
