/** The kinds of step a retro can have in its agenda. */
export const STEP_KINDS = ['collect', 'reveal', 'group', 'vote', 'discuss', 'close'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** One entry of the agenda. */
export interface Step {
  id: string;
  kind: StepKind;
  /** The facilitator's suggestion, whole minutes. */
  minutes: number;
}

/** What can be done to the board itself, beside moving on. */
export type BoardAct = 'write' | 'reveal' | 'group' | 'vote' | 'discuss';

const ALLOWED: Record<StepKind, readonly BoardAct[]> = {
  collect: ['write', 'reveal'],
  reveal: ['write', 'reveal', 'group'],
  group: ['write', 'reveal', 'group'],
  vote: ['vote'],
  discuss: ['write', 'discuss', 'group'],
  close: ['discuss'],
};

/** Whether an act belongs to a kind of step: the one table of what is done when. */
export const stepAllows = (kind: StepKind, act: BoardAct): boolean => ALLOWED[kind].includes(act);

/** The agenda a new retro starts with. */
export const defaultAgenda = (): Step[] => [
  { id: 'collect', kind: 'collect', minutes: 8 },
  { id: 'reveal', kind: 'reveal', minutes: 8 },
  { id: 'group', kind: 'group', minutes: 6 },
  { id: 'vote', kind: 'vote', minutes: 4 },
  { id: 'discuss', kind: 'discuss', minutes: 25 },
  { id: 'close', kind: 'close', minutes: 3 },
];
