import { useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/text-field';

const MAX_MINUTES = 240;

interface Props {
  onClose: () => void;
  onStart: (minutes: number) => void;
}

/** Asks for any number of minutes. */
export function TimerDialog({ onClose, onStart }: Props): ReactNode {
  const [typed, setTyped] = useState('20');
  const [tried, setTried] = useState(false);
  const minutes = Number(typed);
  const good = Number.isInteger(minutes) && minutes >= 1 && minutes <= MAX_MINUTES;
  const submit = (): void => {
    setTried(true);
    if (good) onStart(minutes);
  };
  return (
    <Dialog
      title={t('timer.customTitle')}
      size="small"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button appearance="primary" type="submit">
            {t('timer.start')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('timer.customMinutes')}
        inputMode="numeric"
        value={typed}
        onValue={setTyped}
        error={tried && !good ? t('timer.customBad') : null}
        data-autofocus
      />
    </Dialog>
  );
}
