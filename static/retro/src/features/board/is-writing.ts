import type { StepKind } from '#domain/step';

/** Whether a step shows the board as a place to write and to turn cards over. */
export const isWriting = (step: StepKind): boolean => step === 'collect' || step === 'reveal' || step === 'group';
