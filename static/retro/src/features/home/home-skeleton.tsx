import '../../messages/en-us/home';
import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { Loading, Skeleton } from '../../ui/skeleton';

/** The shape of the home page on its way. */
export function HomeSkeleton(): ReactNode {
  return (
    <Loading label={t('home.loading')}>
      <div className="home__rooms">
        <div className="retro-cards">
          <Skeleton height="9rem" />
          <Skeleton height="9rem" />
        </div>
        <div className="open-actions">
          <Skeleton height="14rem" />
        </div>
        <div className="home__skeleton-rows">
          {[1, 2, 3, 4].map((row) => (
            <Skeleton key={row} height="2.5rem" />
          ))}
        </div>
      </div>
    </Loading>
  );
}
