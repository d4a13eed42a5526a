import type { PublicHead } from './retro';
import type { RefusalCode } from './refusal';
import { stepAllows } from './step';
import type { BoardAct } from './step';

/** Who acts: the account, and whether it takes part in this retro. */
export interface Actor {
  accountId: string;
  joined: boolean;
}

/** Every "may I, now" of a retro. The function refuses by it, the page draws by it. */
export interface Abilities {
  /** Takes part at all: false for somebody who only looks. */
  takePart: boolean;
  facilitate: boolean;
  configure: boolean;
  advanceStep: boolean;
  addCard: boolean;
  changeOwnCard: boolean;
  deleteAnyCard: boolean;
  revealCards: boolean;
  groupCards: boolean;
  openVoting: boolean;
  castVote: boolean;
  closeVoting: boolean;
  runTimer: boolean;
  selectTopic: boolean;
  changeActions: boolean;
  fileIssues: boolean;
  handOver: boolean;
  closeRetro: boolean;
  reopenRetro: boolean;
}

export type Ability = keyof Abilities;

/** How the actor stands to the retro at this moment: what the table below is made of. */
function standing(head: PublicHead, actor: Actor) {
  const running = head.state === 'running';
  const open = running || head.state === 'lobby' || head.state === 'draft';
  const facilitator = head.facilitators.includes(actor.accountId);
  return {
    facilitator,
    leads: facilitator && running,
    leadsOpen: facilitator && open,
    prepares: facilitator && open && !running,
    settled: head.state === 'closed',
    acts: running && actor.joined,
    during: (act: BoardAct): boolean => running && actor.joined && stepAllows(head.step.kind, act),
  };
}

/** Voting round x role: who may open, use and close it. */
function votingAbilities(head: PublicHead, leads: boolean, inStep: boolean) {
  const state = head.voting?.state ?? 'closed';
  return {
    openVoting: leads && head.step.kind === 'vote' && state === 'closed',
    castVote: inStep && state === 'open',
    closeVoting: leads && state !== 'closed',
  };
}

/** What this actor may do to this retro now: role x state x step, in one place. */
export function abilities(head: PublicHead, actor: Actor): Abilities {
  const now = standing(head, actor);
  return {
    takePart: actor.joined,
    facilitate: now.leadsOpen,
    configure: now.prepares,
    advanceStep: now.leadsOpen,
    addCard: now.during('write'),
    changeOwnCard: now.during('write'),
    deleteAnyCard: now.leads,
    revealCards: now.leads,
    groupCards: now.during('group'),
    ...votingAbilities(head, now.leads, now.during('vote')),
    runTimer: now.leads,
    selectTopic: now.leads && head.step.kind === 'discuss',
    changeActions: now.acts || now.settled,
    fileIssues: now.acts || now.settled,
    handOver: now.leadsOpen,
    closeRetro: now.leadsOpen || (now.facilitator && head.state === 'closing'),
    reopenRetro: now.facilitator && now.settled,
  };
}

/** Abilities that belong to the facilitators. */
const LEADING: readonly Ability[] = [
  'facilitate',
  'configure',
  'advanceStep',
  'deleteAnyCard',
  'revealCards',
  'openVoting',
  'closeVoting',
  'runTimer',
  'selectTopic',
  'handOver',
  'closeRetro',
  'reopenRetro',
];

/** The sentence for an ability somebody does not have: the first reason that applies. */
export function whyNot(head: PublicHead, actor: Actor, ability: Ability): RefusalCode {
  if (LEADING.includes(ability) && !head.facilitators.includes(actor.accountId)) return 'access/denied';
  if (head.state === 'closed' || head.state === 'closing') return 'retro/closed';
  if (!actor.joined) return 'participant/not-joined';
  if (head.state !== 'running') return ability === 'configure' ? 'step/not-now' : 'retro/not-started';
  return whyNotInStep(head, ability);
}

function whyNotInStep(head: PublicHead, ability: Ability): RefusalCode {
  if (ability === 'closeVoting') return 'vote/closed';
  if (head.step.kind === 'vote' && ability === 'castVote') return 'vote/closed';
  if (head.step.kind === 'vote' && ability === 'openVoting') return 'vote/already-open';
  return 'step/not-now';
}
