import './timer.css';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { clockOf } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { classNames } from '../../ui/class-names';
import { Icon } from '../../ui/icon';
import { announce } from '../../ui/live-region';
import type { Countdown } from './use-countdown';
import { useCountdown } from './use-countdown';

const LAST_MINUTE_MS = 60_000;

/** Tells those who listen when a minute is left and when time is up. */
function useAnnouncements(countdown: Countdown | null): void {
  const said = useRef<string>();
  const over = countdown?.state === 'over';
  const lastMinute = countdown?.state === 'running' && countdown.left <= LAST_MINUTE_MS;
  const long = (countdown?.timer.totalMs ?? 0) > LAST_MINUTE_MS;
  useEffect(() => {
    const stage = over ? 'over' : lastMinute && long ? 'minute' : 'none';
    const before = said.current;
    said.current = stage;
    // On arrival nothing has just happened.
    if (before === undefined || before === stage) return;
    if (stage === 'over') announce(t('timer.over'), 'assertive');
    if (stage === 'minute') announce(t('timer.minuteLeft'));
  }, [over, lastMinute, long]);
}

function wordsFor({ state, left }: Countdown): string {
  if (state === 'over') return t('timer.over');
  const time = clockOf(left);
  return state === 'paused' ? t('timer.paused', { time }) : t('timer.left', { time });
}

/** What is left of the timer, for everybody in the retro. */
export function TimerDisplay(): ReactNode {
  const countdown = useCountdown();
  useAnnouncements(countdown);
  if (!countdown) return null;
  const { state, left, timer } = countdown;
  const late = state === 'running' && left <= LAST_MINUTE_MS;
  return (
    <div
      className={classNames('timer', `timer--${state}`, late && 'timer--late')}
      role="timer"
      aria-label={wordsFor(countdown)}
    >
      <Icon name={state === 'paused' ? 'pause' : 'clock'} />
      <span className="timer__time" aria-hidden="true">
        {state === 'over' ? t('timer.over') : clockOf(left)}
      </span>
      <progress className="timer__bar" aria-hidden="true" max={timer.totalMs} value={left} />
    </div>
  );
}
