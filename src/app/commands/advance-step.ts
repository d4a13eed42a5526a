import type { StepKind } from '#domain/step';
import { refuse } from '#domain/result';
import type { CommandRule } from './command';
import { done } from './command';
import { reveal } from './reveal-cards';

/** Steps in which nobody can work with cards that lie face down. */
const NEEDS_FACES: readonly StepKind[] = ['group', 'vote', 'discuss', 'close'];

/** Moves everybody to a step; the first move starts the retro. What is still face down is revealed where it must be. */
export const advanceStep: CommandRule<'advanceStep'> = {
  parts: () => ['setup'],
  may: 'advanceStep',
  decide(context, payload) {
    const { doc, now } = context;
    const step = doc.setup.agenda.find((entry) => entry.id === payload.step);
    if (!step) return refuse('payload/invalid', { at: 'step' });
    const starting = doc.head.state === 'lobby' || doc.head.state === 'draft';
    if (!starting && doc.head.step.id === step.id) return done();
    const timer = starting ? null : doc.head.timer;
    doc.setHead({ ...doc.head, state: 'running', step: { id: step.id, kind: step.kind }, timer, touchedAt: now });
    if (starting) doc.setSetup({ ...doc.setup, startedAt: now });
    const revealed = NEEDS_FACES.includes(step.kind)
      ? reveal(
          context,
          doc.setup.columns.map((column) => column.id),
        )
      : [];
    return done({ revealed });
  },
};
