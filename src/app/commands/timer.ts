import type { Timer } from '#domain/timer';
import { extendTimer, pauseTimer, resumeTimer, startTimer } from '#domain/timer';
import type { Result } from '#domain/result';
import { ok } from '#domain/result';
import type { CommandName, Commands } from '#contract/commands';
import type { CommandContext, CommandRule } from './command';
import { done } from './command';

/** A command that puts another timer into the head. */
function timerCommand<N extends CommandName>(
  next: (timer: Timer | null, now: number, payload: Commands[N]) => Result<Timer | null>,
): CommandRule<N> {
  return {
    parts: () => [],
    may: 'runTimer',
    decide({ doc, now }: CommandContext, payload: Commands[N]) {
      const timer = next(doc.head.timer, now, payload);
      if (!timer.ok) return timer;
      doc.setHead({ ...doc.head, timer: timer.value });
      return done();
    },
  };
}

export const timerCommands = {
  startTimer: timerCommand<'startTimer'>((_timer, now, { seconds }) => ok(startTimer(seconds * 1000, now))),
  pauseTimer: timerCommand<'pauseTimer'>(pauseTimer),
  resumeTimer: timerCommand<'resumeTimer'>(resumeTimer),
  extendTimer: timerCommand<'extendTimer'>((timer, now, { seconds }) => extendTimer(timer, seconds * 1000, now)),
  stopTimer: timerCommand<'stopTimer'>(() => ok(null)),
};
