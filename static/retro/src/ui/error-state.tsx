import type { ReactNode } from 'react';
import { t } from '../i18n/t';
import { Button } from './button';
import { EmptyState } from './empty-state';
import { Icon } from './icon';

interface Props {
  title?: string;
  /** The refusal's sentence. */
  reason?: string;
  onRetry?: () => void;
  busy?: boolean;
  actions?: ReactNode;
}

/** A read that failed: says so, never looks like an empty place, and can be tried again. */
export function ErrorState({ title, reason, onRetry, busy = false, actions }: Props): ReactNode {
  return (
    <div role="alert">
      <EmptyState
        picture={
          <span className="error-state__icon">
            <Icon name="warning" size={24} />
          </span>
        }
        title={title ?? t('common.failedTitle')}
        actions={
          <>
            {onRetry && (
              <Button iconBefore="refresh" busy={busy} onClick={onRetry}>
                {t('common.retry')}
              </Button>
            )}
            {actions}
          </>
        }
      >
        <p>{reason ?? t('common.failedHint')}</p>
      </EmptyState>
    </div>
  );
}
