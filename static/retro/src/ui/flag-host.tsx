import './flag-host.css';
import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { t } from '../i18n/t';
import { Button } from './button';
import { classNames } from './class-names';
import type { Flag } from './flags';
import { dismissFlag, flagStore, holdFlag } from './flags';
import { Icon } from './icon';
import { IconButton } from './icon-button';

const ICON_OF = { information: 'info', success: 'success', warning: 'warning', danger: 'error' } as const;

/** Where flags appear: drawn once, by the application. */
export function FlagHost(): ReactNode {
  const flags = useSyncExternalStore(flagStore.subscribe, flagStore.snapshot, flagStore.snapshot);
  return (
    <section className="flags" aria-label={t('common.notifications')} aria-live="polite" aria-relevant="additions">
      {flags.map((flag) => (
        <FlagCard key={flag.id} flag={flag} />
      ))}
    </section>
  );
}

function FlagCard({ flag }: { flag: Flag }): ReactNode {
  const hold = (): void => holdFlag(flag.id);
  return (
    <article className={classNames('flag', `flag--${flag.tone}`)} onPointerEnter={hold} onFocus={hold}>
      <Icon name={ICON_OF[flag.tone]} className="flag__icon" />
      <div className="flag__words">
        <p className="flag__title">{flag.title}</p>
        {flag.body && <p className="flag__body">{flag.body}</p>}
        {flag.actions && (
          <div className="flag__actions">
            {flag.actions.map((action) => (
              <Button
                key={action.label}
                appearance="link"
                onClick={() => {
                  dismissFlag(flag.id);
                  action.onSelect();
                }}
              >
                {action.label}
              </Button>
            ))}
          </div>
        )}
      </div>
      <IconButton icon="close" size="compact" label={t('common.dismiss')} plain onClick={() => dismissFlag(flag.id)} />
    </article>
  );
}
