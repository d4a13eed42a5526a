import type { ReactNode } from 'react';
import type { PublicAction } from '#domain/action-item';
import { t } from '../../i18n/t';
import { Button } from '../../ui/button';
import { Spinner } from '../../ui/spinner';
import type { ActionDesk } from './action-desk';
import { untilAgain } from './filing-state';
import { IssueChip } from './issue-chip';
import type { Filing } from './use-filing';

interface Props {
  action: PublicAction;
  filing: Filing;
  desk: ActionDesk;
}

const MINUTE_MS = 60_000;

/** The way of an action item to Jira: a button, then what is going on, then the issue. */
export function FilingControl({ action, filing, desk }: Props): ReactNode {
  const { stage, busy, file } = filing;
  if (action.issue) return <IssueChip issue={action.issue} />;
  if (stage === 'calling' && !busy) return <Pending text={t('filing.calling')} />;
  if (stage === 'checking') {
    const minutes = Math.ceil((untilAgain(action, desk.now()) ?? 0) / MINUTE_MS);
    return <Pending text={t('filing.checking')} hint={t('filing.checkingHint', { count: minutes })} />;
  }
  const offers = desk.mayFile && action.state === 'open';
  return offers ? <CreateButton again={stage === 'again'} busy={busy} onClick={() => void file()} /> : null;
}

function CreateButton({ again, busy, onClick }: { again: boolean; busy: boolean; onClick: () => void }): ReactNode {
  return (
    <span className="filing">
      {again && <span className="filing__hint">{t('filing.againHint')}</span>}
      <Button size="compact" iconBefore="issue" busy={busy} onClick={onClick}>
        {busy ? t('filing.calling') : t(again ? 'filing.again' : 'filing.create')}
      </Button>
    </span>
  );
}

function Pending({ text, hint }: { text: string; hint?: string }): ReactNode {
  return (
    <span className="filing" role="status">
      <span className="filing__pending">
        <Spinner /> {text}
      </span>
      {hint && <span className="filing__hint">{hint}</span>}
    </span>
  );
}
