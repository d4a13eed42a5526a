import './summary-page.css';
import '../../messages/en-us/summary';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { dateOf } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { laterRoom } from '../shell/later';
import { RouteLink } from '../shell/navigation';
import { usePage } from '../shell/page';
import { useCopyLink } from '../shell/use-copy-link';
import { rooms } from '../shell/rooms';
import { useArrival } from '../shell/use-arrival';
import { ReopenDialog } from './reopen-dialog';
import { SummaryRooms } from './summary-rooms';
import { useCopySummary } from './use-copy-summary';
import { useSummary } from './use-summary';

const RetroBoard = laterRoom(async () => (await rooms.board()).RetroBoard, null);

/** What stays of a retro, at an address that stays too. */
export function SummaryPage(): ReactNode {
  const head = useView((view) => view.head);
  const setup = useView((view) => view.setup);
  const summary = useSummary();
  const heading = useArrival(t('summary.title', { title: setup.title }));
  const [board, setBoard] = useState(false);
  const now = usePage().now();
  const closed = head.state === 'closed';
  return (
    <main className="summary">
      <header className="summary__header">
        <RouteLink to={{ name: 'home', teamId: head.teamId }} className="summary__home">
          <Icon name="arrow-left" /> {t('shell.home')}
        </RouteLink>
        <div className="summary__line">
          <div>
            <h1 ref={heading} tabIndex={-1} className="summary__title">
              {setup.title}
            </h1>
            {setup.closedAt !== null && closed && (
              <p className="summary__when">{t('summary.closedOn', { date: dateOf(setup.closedAt, now) })}</p>
            )}
          </div>
          <Tools summary={summary} />
        </div>
      </header>
      {!closed && (
        <Banner
          actions={
            <RouteLink to={{ name: 'retro', retroId: head.retroId }} className="button button--default">
              {t('summary.toRetro')}
            </RouteLink>
          }
        >
          <p>{t('summary.running')}</p>
        </Banner>
      )}
      <SummaryRooms summary={summary} />
      {closed && head.anonymity !== 'named' && (
        <p className="summary__safety">
          <Icon name="lock" /> {t('summary.anonymous')}
        </p>
      )}
      {summary.cards > 0 && (
        <section className="summary__board">
          <Button iconBefore="board" aria-expanded={board} onClick={() => setBoard(!board)}>
            {t('summary.showBoard')}
          </Button>
          {board && <RetroBoard step="close" />}
        </section>
      )}
    </main>
  );
}

function Tools({ summary }: { summary: ReturnType<typeof useSummary> }): ReactNode {
  const retroId = useView((view) => view.head.retroId);
  const mayReopen = useView((view) => view.abilities.reopenRetro);
  const copy = useCopySummary(summary);
  const copyLink = useCopyLink(retroId);
  const [reopening, setReopening] = useState(false);
  return (
    <div className="summary__tools">
      {mayReopen && (
        <Button appearance="subtle" iconBefore="undo" onClick={() => setReopening(true)}>
          {t('summary.reopen')}
        </Button>
      )}
      <Button iconBefore="link" onClick={copyLink}>
        {t('shell.copyLink')}
      </Button>
      <Button appearance="primary" iconBefore="copy" onClick={copy}>
        {t('summary.copy')}
      </Button>
      {reopening && <ReopenDialog onClose={() => setReopening(false)} />}
    </div>
  );
}
