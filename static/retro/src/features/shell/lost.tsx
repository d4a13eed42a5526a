import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { EmptyState } from '../../ui/empty-state';
import { RouteLink } from './navigation';

/** An address that names nothing. */
export function Lost(): ReactNode {
  return (
    <main>
      <EmptyState
        title={t('shell.lostTitle')}
        actions={
          <RouteLink to={{ name: 'home' }} className="button button--default">
            {t('shell.home')}
          </RouteLink>
        }
      >
        <p>{t('shell.lostHint')}</p>
      </EmptyState>
    </main>
  );
}
