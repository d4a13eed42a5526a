import './tray.css';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import type { TrayEntry } from '../../session/types';
import { useSession, useView } from '../../session/use-view';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { copyText } from './copy';

/** Texts whose command was refused: there until their author copied, added or discarded them. */
export function Tray(): ReactNode {
  const tray = useView((view) => view.tray);
  const [open, setOpen] = useState(false);
  if (tray.length === 0) return null;
  return (
    <>
      <Button iconBefore="tray" className="tray-button" onClick={() => setOpen(true)}>
        {t('tray.open', { count: tray.length })}
      </Button>
      {open && (
        <Dialog title={t('tray.title')} onClose={() => setOpen(false)}>
          <p className="form__intro">{t('tray.hint')}</p>
          <ul className="tray plain-list">
            {tray.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ul>
        </Dialog>
      )}
    </>
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
