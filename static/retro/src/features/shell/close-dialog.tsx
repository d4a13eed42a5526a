import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { useSession } from '../../session/use-view';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { showFlag } from '../../ui/flags';
import { sayRefusal } from './say-refusal';

/** Asks once more before a retro is closed: what it deletes does not come back. */
export function CloseDialog({ onClose }: { onClose: () => void }): ReactNode {
  const session = useSession();
  const close = async (): Promise<void> => {
    onClose();
    const outcome = await session.send('closeRetro', {});
    if (outcome.ok) showFlag({ title: t('lead.closed') });
    else sayRefusal(outcome.refusal);
  };
  return (
    <Dialog
      title={t('lead.closeTitle')}
      size="small"
      onClose={onClose}
      onSubmit={() => void close()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button appearance="primary" type="submit" data-autofocus>
            {t('lead.close')}
          </Button>
        </>
      }
    >
      <p>{t('lead.closeHint')}</p>
    </Dialog>
  );
}
