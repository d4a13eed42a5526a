import './facts.css';
import '../../messages/en-us/summary';
import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import type { Summary } from './use-summary';

/** The retro in four numbers. */
export function Facts({ summary }: { summary: Summary }): ReactNode {
  const facts = [
    { key: 'summary.people', count: summary.people.length },
    { key: 'summary.cards', count: summary.cards },
    { key: 'summary.votes', count: summary.votes },
    { key: 'summary.actions', count: summary.actions.length },
  ] as const;
  return (
    <dl className="facts" aria-label={t('summary.facts')}>
      {facts.map(({ key, count }) => (
        <div key={key} className="facts__fact">
          <dt className="facts__name">{t(key, { count })}</dt>
          <dd className="facts__number">{count}</dd>
        </div>
      ))}
    </dl>
  );
}
