import './tray.css';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { Button } from '../../ui/button';
import { laterDialog } from './later';
import { rooms } from './rooms';

const TrayDialog = laterDialog(async () => (await rooms.tray()).TrayDialog);

/** Texts whose command was refused: there until their author copied, added or discarded them. */
export function Tray(): ReactNode {
  const count = useView((view) => view.tray.length);
  const [open, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <>
      <Button iconBefore="tray" className="tray-button" onClick={() => setOpen(true)}>
        {t('tray.open', { count })}
      </Button>
      {open && <TrayDialog onClose={() => setOpen(false)} />}
    </>
  );
}
