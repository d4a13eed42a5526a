import './tray.css';
import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import type { TrayEntry } from '../../session/types';
import { useSession, useView } from '../../session/use-view';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { copyText } from './copy';

/** The texts in the tray, each with why it was refused and what can be done with it. */
export function TrayDialog({ onClose }: { onClose: () => void }): ReactNode {
  const tray = useView((view) => view.tray);
  return (
    <Dialog title={t('tray.title')} onClose={onClose}>
      <p className="form__intro">{t('tray.hint')}</p>
      <ul className="tray plain-list">
        {tray.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </Dialog>
  );
}

function Entry({ entry }: { entry: TrayEntry }): ReactNode {
  const session = useSession();
  return (
    <li className="tray__entry">
      <blockquote className="tray__text">{entry.text}</blockquote>
      <p className="tray__why">{refusalText(entry.refusal)}</p>
      <div className="tray__actions">
        {entry.canRetry && (
          <Button size="compact" iconBefore="add" onClick={() => session.retryTray(entry.id)}>
            {t('tray.addNow')}
          </Button>
        )}
        <Button size="compact" iconBefore="copy" onClick={() => void copyText(entry.text, t('tray.copied'))}>
          {t('common.copy')}
        </Button>
        <Button size="compact" appearance="subtle" onClick={() => session.dropTray(entry.id)}>
          {t('tray.discard')}
        </Button>
      </div>
    </li>
  );
}
