import './board.css';
import { Suspense, lazy, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { StepKind } from '#domain/step';
import { useSession, useView } from '../../session/use-view';
import type { Carried } from '../grouping/carried';
import { TopicPicker } from '../grouping/topic-picker';
import { VoteBar } from '../voting/vote-bar';
import { BoardBar } from './board-bar';
import { BoardLanes } from './board-lanes';
import { useCardSize } from './card-size';
import { DeskContext } from './desk';
import type { Desk } from './desk';
import { useBoard } from './use-board';

const loadDiscussion = () => import('../discuss/discussion');
const Discussion = lazy(() => loadDiscussion().then((module) => ({ default: module.Discussion })));

/** Once the board has settled, the discussion is fetched, so that going there takes no time. */
const PREFETCH_MS = 5000;

interface Props {
  /** The step this person looks at; the team's may be another. What may be done is decided by the team's. */
  step: StepKind;
}

/** The body of a running retro, drawn for one of its steps. */
export function RetroBoard({ step }: Props): ReactNode {
  const session = useSession();
  const may = useView((view) => view.abilities);
  const anonymity = useView((view) => view.head.anonymity);
  const columns = useView((view) => view.setup.columns);
  const revealed = useView((view) => view.head.revealed);
  const size = useCardSize();
  const [sign, setSign] = useState(false);
  const [carried, setCarried] = useState<Carried | null>(null);
  const added = useRef<string[]>([]).current;
  const sorted = step === 'vote' || step === 'discuss' || step === 'close';
  const board = useBoard(sorted);

  const desk = useMemo<Desk>(
    () => ({ session, step, may, anonymity, columns, revealed, sign, setSign, pickFor: setCarried, added }),
    [session, step, may, anonymity, columns, revealed, sign, added],
  );

  useEffect(() => {
    const timer = setTimeout(() => void loadDiscussion().catch(() => undefined), PREFETCH_MS);
    return () => clearTimeout(timer);
  }, []);

  return (
    <DeskContext.Provider value={desk}>
      <div className="board" data-size={size} data-step={step}>
        {step === 'discuss' ? (
          <Suspense fallback={null}>
            <Discussion board={board} />
          </Suspense>
        ) : (
          <>
            <BoardBar />
            {step === 'vote' && <VoteBar />}
            <BoardLanes board={board} />
          </>
        )}
        {carried && <TopicPicker board={board} carried={carried} onClose={() => setCarried(null)} />}
      </div>
    </DeskContext.Provider>
  );
}
