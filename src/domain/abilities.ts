import type { PublicHead } from './retro';
import type { RefusalCode } from './refusal';
import { stepAllows } from './step';
import type { BoardAct } from './step';
import type { Team } from './team';

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
  if (ability === 'castVote' && head.step.kind === 'vote') return 'vote/closed';
  if (ability === 'openVoting' && head.step.kind === 'vote') return 'vote/already-open';
  if (ability === 'closeVoting') return 'vote/closed';
  return 'step/not-now';
}

/** Every "may I" of a team, for somebody who may browse its project. */
export interface TeamAbilities {
  start: boolean;
  changeTeam: boolean;
}

/** What this account may do for this team. Roles, when they come, change this table and nothing else. */
export function teamAbilities(team: Team, accountId: string): TeamAbilities {
  const member = team.members.includes(accountId);
  return {
    start: true,
    // A team nobody has joined yet belongs to whoever sets it up.
    changeTeam: member || team.members.length === 0,
  };
}
