import './welcome.css';
import '../../messages/en-us/home';
import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/icon';
import type { IconName } from '../../ui/icon-paths';
import { CardsPicture } from '../../ui/pictures/cards-picture';

const STEPS: readonly { icon: IconName; name: 'home.emptyStep1' | 'home.emptyStep2' | 'home.emptyStep3' }[] = [
  { icon: 'edit', name: 'home.emptyStep1' },
  { icon: 'vote', name: 'home.emptyStep2' },
  { icon: 'issue', name: 'home.emptyStep3' },
];

/** What a team sees before its first retro: what it is, in three steps, and the way in. */
export function Welcome({ action }: { action: ReactNode }): ReactNode {
  return (
    <section className="welcome">
      <CardsPicture />
      <h2 className="welcome__title">{t('home.emptyTitle')}</h2>
      <p className="welcome__text">{t('home.emptyText')}</p>
      {action}
      <ol className="welcome__steps plain-list">
        {STEPS.map(({ icon, name }) => (
          <li key={name} className="welcome__step">
            <span className="welcome__icon">
              <Icon name={icon} size={20} />
            </span>
            <h3 className="welcome__name">{t(name)}</h3>
            <p className="welcome__hint">{t(`${name}.hint`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
