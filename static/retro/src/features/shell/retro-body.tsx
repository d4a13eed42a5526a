import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import type { StepKind } from '#domain/step';
import { t } from '../../i18n/t';
import { Loading } from '../../ui/skeleton';
import { BoardSkeleton } from './board-skeleton';
import { rooms } from './rooms';

const Lobby = lazy(() => rooms.lobby().then((module) => ({ default: module.Lobby })));
const RetroBoard = lazy(() => rooms.board().then((module) => ({ default: module.RetroBoard })));
const CloseStep = lazy(() => rooms.closeStep().then((module) => ({ default: module.CloseStep })));

function Room({ step }: { step: StepKind | undefined }): ReactNode {
  if (step === undefined) return <Lobby />;
  return step === 'close' ? <CloseStep /> : <RetroBoard step={step} />;
}

/** What fills the frame: the lobby before the first step, the summary at the last, the board between. */
export function RetroBody({ step }: { step: StepKind | undefined }): ReactNode {
  return (
    <Suspense
      fallback={
        <Loading label={t('board.loading')}>
          <BoardSkeleton />
        </Loading>
      }
    >
      <Room step={step} />
    </Suspense>
  );
}
