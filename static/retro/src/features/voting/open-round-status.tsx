import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Voting } from '#domain/voting';
import { t } from '../../i18n/t';
import type { CastProgress } from '../../session/types';
import { useSession, useView } from '../../session/use-view';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useDesk } from '../board/desk';
import { votesLeft } from './my-votes';
import { Pips } from './pips';

/** An open round: my votes left, how much of all is cast, and for the facilitator its end. */
export function OpenRoundStatus({ voting }: { voting: Voting }): ReactNode {
  const { may } = useDesk();
  const left = useView((view) => votesLeft(view.ballot, voting));
  const cast = useView((view) => view.cast);
  return (
    <>
      {may.castVote && (
        <div className="vote-bar__left">
          <p className="vote-bar__title" role="status">
            {left > 0 ? t('vote.left', { count: left }) : t('vote.leftNone')}
          </p>
          <Pips full={voting.budget - left} of={voting.budget} />
        </div>
      )}
      {cast && <CastSoFar cast={cast} />}
      {may.closeVoting && <CloseRound cast={cast} />}
    </>
  );
}

function CastSoFar({ cast }: { cast: CastProgress }): ReactNode {
  const share = cast.possible > 0 ? Math.min(1, cast.used / cast.possible) : 0;
  return (
    <div className="vote-bar__progress">
      <p className="vote-bar__cast">
        <span>{t('vote.cast', { used: cast.used, possible: cast.possible })}</span>
        <span>{cast.done > 0 && t('vote.done', { count: cast.done })}</span>
      </p>
      <span className="vote-bar__track" aria-hidden="true">
        <span className="vote-bar__fill" style={{ transform: `scaleX(${share})` }} />
      </span>
    </div>
  );
}

/** Closes the round; asks first while votes are still to be given, because they can't be given afterwards. */
function CloseRound({ cast }: { cast: CastProgress | null }): ReactNode {
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const complete = cast === null || cast.used >= cast.possible;

  const close = async (): Promise<void> => {
    setAsking(false);
    setBusy(true);
    await session.send('closeVoting', {});
    setBusy(false);
  };
  return (
    <div className="vote-bar__end">
      <Button busy={busy} onClick={() => (complete ? void close() : setAsking(true))}>
        {t('vote.close')}
      </Button>
      {asking && cast && (
        <Dialog
          title={t('vote.closeEarly')}
          size="small"
          onClose={() => setAsking(false)}
          onSubmit={() => void close()}
          footer={
            <>
              <Button appearance="subtle" onClick={() => setAsking(false)}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" appearance="primary">
                {t('vote.close')}
              </Button>
            </>
          }
        >
          <p>{t('vote.closeEarlyText', { used: cast.used, possible: cast.possible })}</p>
        </Dialog>
      )}
    </div>
  );
}
