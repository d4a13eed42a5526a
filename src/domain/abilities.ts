import type { PublicHead } from './retro';
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

/** What this actor may do to this retro now: role x state x step, in one place. */
export function abilities(head: PublicHead, actor: Actor): Abilities {
  const facilitate = head.facilitators.includes(actor.accountId);
  const running = head.state === 'running';
  const open = running || head.state === 'lobby' || head.state === 'draft';
  const during = (act: BoardAct): boolean => running && actor.joined && stepAllows(head.step.kind, act);
  const leads = facilitate && running;
  const voting = head.voting?.state;
  return {
    takePart: actor.joined,
    facilitate: facilitate && open,
    configure: facilitate && (head.state === 'lobby' || head.state === 'draft'),
    advanceStep: facilitate && open,
    addCard: during('write'),
    changeOwnCard: during('write'),
    deleteAnyCard: leads,
    revealCards: leads,
    groupCards: during('group'),
    openVoting: leads && head.step.kind === 'vote' && voting !== 'open' && voting !== 'counting',
    castVote: during('vote') && voting === 'open',
    closeVoting: leads && (voting === 'open' || voting === 'counting'),
    runTimer: leads,
    selectTopic: leads && head.step.kind === 'discuss',
    changeActions: (running && actor.joined) || head.state === 'closed',
    fileIssues: (running && actor.joined) || head.state === 'closed',
    handOver: facilitate && open,
    closeRetro: facilitate && (open || head.state === 'closing'),
    reopenRetro: facilitate && head.state === 'closed',
  };
}
