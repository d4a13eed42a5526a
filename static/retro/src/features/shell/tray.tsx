import './tray.css';
import { Suspense, lazy, useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { Button } from '../../ui/button';
import { rooms } from './rooms';

const TrayDialog = lazy(() => rooms.tray().then((module) => ({ default: module.TrayDialog })));

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
      <Suspense fallback={null}>{open && <TrayDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
