import type { ReactNode } from 'react';
import type { MessageKey } from '../../i18n/t';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { Button } from '../../ui/button';
import { useDesk } from './desk';
import { isWriting } from './is-writing';
import { sendAndSay } from './send-and-say';
import { SizeSwitch } from './size-switch';

/** The line above the lanes: what this step is for, and what can be done with the whole board. */
export function BoardBar(): ReactNode {
  const { may, session, step, columns, revealed } = useDesk();
  const hint = useHint();
  const faceDown = columns.filter((column) => !revealed.includes(column.id)).map((column) => column.id);
  const revealsAll = may.revealCards && faceDown.length > 1 && isWriting(step);
  return (
    <div className="board__bar">
      <p className="board__hint">{t(hint)}</p>
      <div className="board__tools">
        {revealsAll && (
          <Button
            iconBefore="eye"
            onClick={() => void sendAndSay(session, 'revealCards', { columns: faceDown }, t('reveal.revealedAll'))}
          >
            {t('reveal.all')}
          </Button>
        )}
        <SizeSwitch />
      </div>
    </div>
  );
}

/** The sentence for what this person sees and may do. */
function useHint(): MessageKey {
  const { may, step, columns, revealed } = useDesk();
  const state = useView((view) => view.head.state);
  const sorted = useView((view) => view.result !== undefined);
  if (state === 'closed' || state === 'closing') return 'board.hint.closed';
  if (!may.takePart) return 'board.hint.look';
  if (step === 'collect') {
    return columns.every((column) => revealed.includes(column.id)) ? 'board.hint.collectOpen' : 'board.hint.collect';
  }
  return sorted && step === 'vote' ? 'board.hint.voteDone' : HINTS[step];
}

const HINTS = {
  reveal: 'board.hint.reveal',
  group: 'board.hint.group',
  vote: 'board.hint.vote',
  discuss: 'board.hint.close',
  close: 'board.hint.close',
} as const;
