import { Component } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';

/** A bug in one room shows as a sentence with a way out, not as a blank page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <ErrorState
        title={t('shell.crashTitle')}
        reason={t('shell.crashHint')}
        actions={
          <Button appearance="primary" onClick={() => location.reload()}>
            {t('shell.reload')}
          </Button>
        }
      />
    );
  }
}
