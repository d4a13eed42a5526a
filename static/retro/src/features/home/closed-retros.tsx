import './closed-retros.css';
import '../../messages/en-us/home';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { CONTRACT_VERSION } from '#contract/version';
import type { HomeAnswer, RetroRow } from '#contract/api';
import { dateOf } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { Button } from '../../ui/button';
import { RouteLink } from '../shell/navigation';
import { usePage } from '../shell/page';
import { sayRefusal } from '../shell/say-refusal';

interface Props {
  teamId: string;
  first: HomeAnswer['closed'];
  now: number;
}

const count = (value: number | null): string => (value === null ? t('home.unknownCount') : String(value));

/** Closed retros, newest first, a page at a time. */
export function ClosedRetros({ teamId, first, now }: Props): ReactNode {
  const page = usePage();
  const id = useId();
  const [older, setOlder] = useState<HomeAnswer['closed'] | null>(null);
  const [busy, setBusy] = useState(false);
  const cursor = older ? older.cursor : first.cursor;
  const rows = [...first.rows, ...(older?.rows ?? [])];

  const more = async (): Promise<void> => {
    if (!cursor) return;
    setBusy(true);
    const answer = await page.call('listClosed', { v: CONTRACT_VERSION, teamId, cursor });
    setBusy(false);
    if (!answer.ok) return sayRefusal(answer.refusal);
    setOlder({ rows: [...(older?.rows ?? []), ...answer.rows], cursor: answer.cursor });
  };

  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="home__section-title">
        {t('home.closed')}
      </h2>
      {rows.length === 0 ? (
        <p className="closed__empty">{t('home.closedEmpty')}</p>
      ) : (
        <ClosedTable rows={rows} now={now} />
      )}
      {cursor && (
        <Button appearance="subtle" busy={busy} onClick={() => void more()}>
          {t('home.more')}
        </Button>
      )}
    </section>
  );
}

function ClosedTable({ rows, now }: { rows: readonly RetroRow[]; now: number }): ReactNode {
  return (
    <table className="closed">
      <thead>
        <tr>
          <th scope="col">{t('home.col.title')}</th>
          <th scope="col">{t('home.col.date')}</th>
          <th scope="col" className="closed__number">
            {t('home.col.people')}
          </th>
          <th scope="col" className="closed__number">
            {t('home.col.cards')}
          </th>
          <th scope="col" className="closed__number">
            {t('home.col.actions')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.retroId} className="closed__row">
            <th scope="row">
              <RouteLink to={{ name: 'summary', retroId: row.retroId }} className="closed__link">
                {row.title}
              </RouteLink>
            </th>
            <td className="closed__date">{dateOf(row.at, now)}</td>
            <td className="closed__number" data-label={t('home.col.people')}>
              {count(row.participants)}
            </td>
            <td className="closed__number" data-label={t('home.col.cards')}>
              {count(row.cards)}
            </td>
            <td className="closed__number" data-label={t('home.col.actions')}>
              {count(row.actions)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
