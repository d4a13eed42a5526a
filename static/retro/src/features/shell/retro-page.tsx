import './retro-frame.css';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import type { Session } from '../../session/types';
import { SessionContext, useSession, useView } from '../../session/use-view';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Loading, Skeleton } from '../../ui/skeleton';
import { BoardSkeleton } from './board-skeleton';
import { ChunkMissing, laterRoom } from './later';
import { RouteLink } from './navigation';
import { usePage } from './page';
import { RetroFrame } from './retro-frame';

interface Props {
  retroId: string;
  part: 'retro' | 'summary';
}

/** The retro's session, closed when the retro leaves the page. */
function useOpened(retroId: string): Session | 'under-way' | 'failed' {
  const page = usePage();
  const [opened, setOpened] = useState<Session | 'under-way' | 'failed'>('under-way');
  useEffect(() => {
    let current = true;
    let session: Session | null = null;
    page.openSession(retroId).then(
      (answer) => {
        session = answer;
        if (current) setOpened(answer);
        else answer.close();
      },
      () => current && setOpened('failed'),
    );
    return () => {
      current = false;
      session?.close();
    };
  }, [page, retroId]);
  return opened;
}

/** One session as long as this retro is on the page. */
export function RetroPage({ retroId, part }: Props): ReactNode {
  const session = useOpened(retroId);
  if (session === 'under-way') return <RetroLoading />;
  if (session === 'failed') return <ChunkMissing />;
  return (
    <SessionContext.Provider value={session}>
      <Room part={part} />
    </SessionContext.Provider>
  );
}

const RetroLoading = (): ReactNode => (
  <div className="retro-loading">
    <Loading label={t('shell.loading')}>
      <Skeleton width="18rem" height="1.75rem" />
      <br />
      <BoardSkeleton />
    </Loading>
  </div>
);

const SummaryPage = laterRoom(async () => (await import('../summary/summary-page')).SummaryPage, <RetroLoading />);

function Room({ part }: { part: Props['part'] }): ReactNode {
  const session = useSession();
  const phase = useView((view) => view.phase);
  const refusal = useView((view) => view.refusal);
  const closed = useView((view) => view.head.state === 'closed');
  if (phase === 'loading') return <RetroLoading />;
  if (phase === 'gone') return <Gone />;
  if (phase === 'failed')
    return (
      <main>
        <ErrorState
          title={t('shell.failedTitle')}
          {...(refusal ? { reason: refusalText(refusal) } : {})}
          onRetry={() => void session.reload()}
          actions={
            <RouteLink to={{ name: 'home' }} className="button button--subtle">
              {t('shell.home')}
            </RouteLink>
          }
        />
      </main>
    );
  if (part === 'retro' && !closed) return <RetroFrame />;
  return <SummaryPage />;
}

/** Missing and not allowed look the same. */
function Gone(): ReactNode {
  return (
    <main>
      <EmptyState
        title={t('shell.goneTitle')}
        actions={
          <RouteLink to={{ name: 'home' }} className="button button--default">
            {t('shell.home')}
          </RouteLink>
        }
      >
        <p>{t('shell.goneHint')}</p>
      </EmptyState>
    </main>
  );
}
