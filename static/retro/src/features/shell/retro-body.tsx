import type { ReactNode } from 'react';
import type { StepKind } from '#domain/step';
import { t } from '../../i18n/t';
import { Loading } from '../../ui/skeleton';
import { BoardSkeleton } from './board-skeleton';
import { laterRoom } from './later';
import { rooms } from './rooms';

const waiting = (
  <Loading label={t('board.loading')}>
    <BoardSkeleton />
  </Loading>
);

const Lobby = laterRoom(async () => (await rooms.lobby()).Lobby, waiting);
const RetroBoard = laterRoom(async () => (await rooms.board()).RetroBoard, waiting);
const CloseStep = laterRoom(async () => (await rooms.closeStep()).CloseStep, waiting);

/** What fills the frame: the lobby before the first step, the summary at the last, the board between. */
export function RetroBody({ step }: { step: StepKind | undefined }): ReactNode {
  if (step === undefined) return <Lobby />;
  return step === 'close' ? <CloseStep /> : <RetroBoard step={step} />;
}
