import './timer.css';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { clockOf } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { useSession, useView } from '../../session/use-view';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { announce } from '../../ui/live-region';
import { Menu } from '../../ui/menu';
import type { MenuItem } from '../../ui/menu-entry';
import { laterDialog } from './later';
import { rooms } from './rooms';
import { useCountdown } from './use-countdown';

const TimerDialog = laterDialog(async () => (await rooms.timer()).TimerDialog);

const CHOICES = [1, 2, 3, 5, 8, 10, 15];
const MINUTE = 60;

/** Minutes to choose from: the step's own suggestion first. */
function timerItems(suggested: number, start: (minutes: number) => void, other: () => void): MenuItem[] {
  const item = (minutes: number, hint?: string): MenuItem => ({
    id: String(minutes),
    label: t('timer.startMinutes', { count: minutes }),
    ...(hint ? { hint } : {}),
    onSelect: () => start(minutes),
  });
  return [
    item(suggested, t('timer.suggested')),
    ...CHOICES.filter((minutes) => minutes !== suggested).map((minutes) => item(minutes)),
    { id: 'rule', kind: 'rule' },
    { id: 'other', label: t('timer.custom'), onSelect: other },
  ];
}

/** The facilitator's hands on the timer. */
export function TimerControls(): ReactNode {
  const session = useSession();
  const countdown = useCountdown();
  const suggested = useView((view) => view.setup.agenda.find((step) => step.id === view.head.step.id)?.minutes ?? 5);
  const [asking, setAsking] = useState(false);

  const start = (minutes: number): void => {
    setAsking(false);
    void session.send('startTimer', { seconds: minutes * MINUTE });
    announce(t('timer.started', { time: clockOf(minutes * MINUTE * 1000) }));
  };

  if (!countdown)
    return (
      <>
        <Menu
          trigger={<Button iconBefore="clock">{t('timer.start')}</Button>}
          label={t('timer.start')}
          items={timerItems(suggested, start, () => setAsking(true))}
        />
        {asking && <TimerDialog onClose={() => setAsking(false)} onStart={start} />}
      </>
    );
  return (
    <div className="timer-controls" role="group" aria-label={t('timer.label')}>
      {countdown.state === 'running' && (
        <IconButton icon="pause" label={t('timer.pause')} onClick={() => void session.send('pauseTimer', {})} />
      )}
      {countdown.state === 'paused' && (
        <IconButton icon="play" label={t('timer.resume')} onClick={() => void session.send('resumeTimer', {})} />
      )}
      <Button
        appearance="subtle"
        aria-label={t('timer.extendLabel')}
        onClick={() => void session.send('extendTimer', { seconds: MINUTE })}
      >
        {t('timer.extend')}
      </Button>
      <IconButton icon="stop" label={t('timer.stop')} onClick={() => void session.send('stopTimer', {})} />
    </div>
  );
}
