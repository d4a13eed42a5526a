import './team-page.css';
import '../../messages/en-us/team';
import type { ReactNode } from 'react';
import type { HomeAnswer } from '#contract/api';
import { CONTRACT_VERSION } from '#contract/version';
import { t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { Loading, Skeleton } from '../../ui/skeleton';
import { RouteLink } from '../shell/navigation';
import { usePage } from '../shell/page';
import { useArrival } from '../shell/use-arrival';
import { useRead } from '../shell/use-read';
import { TeamForm } from './team-form';

/** The settings of one team. */
export function TeamPage({ teamId }: { teamId: string }): ReactNode {
  const page = usePage();
  const heading = useArrival(t('team.title'));
  const read = useRead<HomeAnswer>(`team/${teamId}`, () => page.call('home', { v: CONTRACT_VERSION, teamId }));
  return (
    <main className="team">
      <header className="team__header">
        <RouteLink to={{ name: 'home', teamId }} className="team__home">
          <Icon name="arrow-left" /> {t('shell.home')}
        </RouteLink>
        <h1 ref={heading} tabIndex={-1}>
          {t('team.title')}
        </h1>
      </header>
      {read.value && (
        <TeamForm
          team={read.value.team}
          mayChange={read.value.may.changeTeam}
          onSaved={(team) => read.set((value) => ({ ...value, team }))}
        />
      )}
      {!read.value && read.refusal && (
        <ErrorState title={t('team.failed')} reason={refusalText(read.refusal)} busy={read.busy} onRetry={read.again} />
      )}
      {!read.value && !read.refusal && (
        <Loading label={t('team.loading')}>
          <Skeleton height="14rem" />
          <br />
          <Skeleton height="14rem" />
        </Loading>
      )}
    </main>
  );
}
