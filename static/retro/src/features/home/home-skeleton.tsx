import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { Loading, Skeleton } from '../../ui/skeleton';

/** The shape of the home page on its way. */
export function HomeSkeleton(): ReactNode {
  return (
    <Loading label={t('home.loading')}>
      <div className="home__rooms">
        <div className="home__main">
          <div className="retro-cards">
            <Skeleton height="9rem" />
            <Skeleton height="9rem" />
          </div>
          {[1, 2, 3, 4].map((row) => (
            <Skeleton key={row} height="2.5rem" />
          ))}
        </div>
        <Skeleton height="16rem" />
      </div>
    </Loading>
  );
}
