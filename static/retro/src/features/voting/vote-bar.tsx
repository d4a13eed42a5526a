import './voting.css';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { nameOr } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { announce } from '../../ui/live-region';
import { Lozenge } from '../../ui/lozenge';
import { Spinner } from '../../ui/spinner';
import { useDesk } from '../board/desk';
import { usePerson } from '../shell/use-people';
import { OpenRound } from './open-round';
import { OpenRoundStatus } from './open-round-status';

/** Where the vote stands: not begun, open with what is left and cast, being counted, closed. */
export function VoteBar(): ReactNode {
  const voting = useView((view) => view.head.voting);
  const state = voting?.state ?? 'none';
  useSpokenState(state, voting?.budget ?? 0);
  return (
    <section className="vote-bar" aria-label={t('vote.openTitle')}>
      {state === 'open' && voting && <OpenRoundStatus voting={voting} />}
      {state === 'counting' && (
        <p className="vote-bar__title" role="status">
          <Spinner /> {t('vote.counting')}
        </p>
      )}
      {state === 'none' && <NotBegun />}
      {state === 'closed' && <Closed />}
    </section>
  );
}

function NotBegun(): ReactNode {
  const { may } = useDesk();
  const lead = useView((view) => view.head.facilitators[0] ?? '');
  const person = usePerson(lead);
  return (
    <>
      <div className="vote-bar__words">
        <p className="vote-bar__title">{t(may.openVoting ? 'vote.openTitle' : 'vote.notOpen')}</p>
        <p className="vote-bar__hint">
          {may.openVoting ? t('vote.openHint') : t('vote.notOpenHint', { name: nameOr(person.name ?? '') })}
        </p>
      </div>
      {may.openVoting && <OpenRound again={false} />}
    </>
  );
}

function Closed(): ReactNode {
  const { may } = useDesk();
  const result = useView((view) => view.result);
  return (
    <>
      <div className="vote-bar__words">
        <p className="vote-bar__title">
          {t('vote.closed')}
          {result && result.round > 1 && <Lozenge>{t('vote.round', { round: result.round })}</Lozenge>}
        </p>
        {result && (
          <p className="vote-bar__hint">
            {t('vote.closedHint', { cast: result.cast, possible: result.possible, count: result.voters })}
          </p>
        )}
      </div>
      {may.openVoting && <OpenRound again />}
    </>
  );
}

/** Says it when the round opens or its result is there; silent on arrival. */
function useSpokenState(state: string, budget: number): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (state === 'open') announce(t('vote.opened', { count: budget }));
    if (state === 'closed') announce(t('vote.revealed'));
  }, [state, budget]);
}
