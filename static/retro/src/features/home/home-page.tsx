import './home-page.css';
import '../../messages/en-us/home';
import { useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { CONTRACT_VERSION } from '#contract/version';
import type { HomeAnswer } from '#contract/api';
import { t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { usePage } from '../shell/page';
import { useArrival } from '../shell/use-arrival';
import type { Read } from '../shell/use-read';
import { useRead } from '../shell/use-read';
import { ClosedRetros } from './closed-retros';
import { HomeSkeleton } from './home-skeleton';
import { OpenActions } from './open-actions';
import { OpenRetros } from './open-retros';
import { StartDialog } from './start-dialog';
import { TeamMenu } from './team-menu';
import { Welcome } from './welcome';

/** The project's retros of one team: what runs, what is to be done, what was. */
export function HomePage({ teamId }: { teamId?: string | undefined }): ReactNode {
  const page = usePage();
  const heading = useArrival(t('home.title'));
  const home = useRead<HomeAnswer>(`home/${teamId ?? ''}`, () =>
    page.call('home', { v: CONTRACT_VERSION, ...(teamId ? { teamId } : {}) }),
  );
  return (
    <main className="home">
      {home.value ? (
        <HomeRooms home={home} value={home.value} heading={heading} />
      ) : (
        <>
          <h1 ref={heading} tabIndex={-1} className="home__title">
            {t('home.title')}
          </h1>
          {home.refusal ? (
            <ErrorState
              title={t('home.failed')}
              reason={refusalText(home.refusal)}
              busy={home.busy}
              onRetry={home.again}
            />
          ) : (
            <HomeSkeleton />
          )}
        </>
      )}
    </main>
  );
}

interface RoomsProps {
  home: Read<HomeAnswer>;
  value: HomeAnswer;
  heading: RefObject<HTMLHeadingElement>;
}

function HomeRooms({ home, value, heading }: RoomsProps): ReactNode {
  const [starting, setStarting] = useState(false);
  const { teams, team, open, closed, actions, may, now } = value;
  const blank = open.length === 0 && closed.rows.length === 0;
  const start = may.start && (
    <Button appearance="primary" size={blank ? 'large' : 'medium'} iconBefore="add" onClick={() => setStarting(true)}>
      {t('home.start')}
    </Button>
  );
  return (
    <>
      <header className="home__header">
        <div className="home__heading">
          <h1 ref={heading} tabIndex={-1} className="home__title">
            {t('home.title')}
          </h1>
          <TeamMenu teams={teams} team={team} mayChange={may.changeTeam} />
        </div>
        {!blank && start}
      </header>
      {!may.start && <p className="home__note">{t('home.mayNot')}</p>}
      {blank ? (
        <Welcome action={start} />
      ) : (
        <div className="home__rooms">
          {open.length > 0 && <OpenRetros rows={open} now={now} home={home} />}
          <OpenActions key={`${team.id}/actions`} actions={actions} team={team} />
          <ClosedRetros key={`${team.id}/closed`} teamId={team.id} first={closed} now={now} />
        </div>
      )}
      {starting && <StartDialog team={team} now={now} onClose={() => setStarting(false)} onDraft={home.again} />}
    </>
  );
}
