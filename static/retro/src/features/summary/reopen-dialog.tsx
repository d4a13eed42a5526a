import '../../messages/en-us/summary';
import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { useSession, useView } from '../../session/use-view';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { showFlag } from '../../ui/flags';
import { useGo } from '../shell/navigation';
import { sayRefusal } from '../shell/say-refusal';

/** Says what reopening does and does not bring back. */
export function ReopenDialog({ onClose }: { onClose: () => void }): ReactNode {
  const session = useSession();
  const retroId = useView((view) => view.head.retroId);
  const go = useGo();
  const reopen = async (): Promise<void> => {
    const outcome = await session.send('reopenRetro', {});
    onClose();
    if (!outcome.ok) return sayRefusal(outcome.refusal);
    showFlag({ title: t('summary.reopened') });
    go({ name: 'retro', retroId });
  };
  return (
    <Dialog
      title={t('summary.reopenTitle')}
      size="small"
      onClose={onClose}
      onSubmit={() => void reopen()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button appearance="primary" type="submit">
            {t('summary.reopen')}
          </Button>
        </>
      }
    >
      <p>{t('summary.reopenHint')}</p>
    </Dialog>
  );
}
