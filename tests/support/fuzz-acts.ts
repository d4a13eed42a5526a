/** What random people do at a retro: mostly what they may, sometimes what they may not. */
import type { CommandName } from '../../src/contract/commands';
import { topicKey } from '../../src/domain/board';
import type { PublicCard } from '../../src/domain/present-retro';
import type { Payload } from '../../static/retro/src/session/types';
import type { Ledger } from './ledger';
import type { Client } from './live-world';

export interface Act {
  client: Client;
  ledger: Ledger;
  /** Two numbers that choose which card, which column ... */
  a: number;
  b: number;
  /** A text nobody else ever wrote. */
  token: string;
}

const pick = <T>(list: readonly T[], n: number): T | undefined => (list.length > 0 ? list[n % list.length] : undefined);

const cardsOf = (client: Client): PublicCard[] =>
  [...client.session.view().items.values()]
    .filter((item): item is PublicCard => item.kind === 'card')
    .sort((x, y) => (x.id < y.id ? -1 : 1));

const columnOf = ({ client, a }: Act): string => pick(client.session.view().setup.columns, a)?.id ?? 'start';

function send<N extends CommandName>(
  act: Act,
  name: N,
  payload: Payload<N>,
  about: { item?: string; token?: string; signed?: boolean; count?: number } = {},
  itemId?: string,
): void {
  const { item = itemId ?? '', token = '', signed = false, count = 0 } = about;
  const outcome = act.client.session.send(name, payload, itemId);
  const round = act.client.session.view().head.voting?.round ?? 0;
  act.ledger.note({ accountId: act.client.accountId, name, item, token, signed, count, round }, outcome);
}

function addCard(act: Act): void {
  const id = act.client.session.newItemId();
  const { anonymity } = act.client.session.view().head;
  const wish = act.b % 2 === 0;
  const signed = anonymity === 'named' || (anonymity === 'author-decides' && wish);
  const payload = {
    column: columnOf(act),
    text: act.token,
    ...(anonymity === 'author-decides' ? { signed: wish } : {}),
  };
  send(act, 'addCard', payload, { token: act.token, signed }, id);
}

const onCard = (choose: (card: PublicCard, act: Act) => void, own: boolean) => (act: Act) => {
  const cards = cardsOf(act.client).filter((card) => !own || card.mine || act.b % 7 === 0);
  const card = pick(cards, act.a);
  if (card) choose(card, act);
};

const editCard = onCard(
  (card, act) => send(act, 'editCard', { card: card.id, text: act.token }, { item: card.id, token: act.token }),
  true,
);
const deleteCard = onCard((card, act) => send(act, 'deleteCard', { card: card.id }, { item: card.id }), true);
const moveCard = onCard(
  (card, act) => send(act, 'moveCard', { card: card.id, column: columnOf({ ...act, a: act.b }) }, { item: card.id }),
  false,
);

function restoreCard(act: Act): void {
  const deleted = act.ledger.asked.filter((one) => one.name === 'deleteCard' && one.accountId === act.client.accountId);
  const card = pick(deleted, act.a);
  if (card) send(act, 'restoreCard', { card: card.item }, { item: card.item });
}

const groupCards = onCard((card, act) => {
  const others = cardsOf(act.client).filter((other) => other.id !== card.id);
  const onto = pick(others, act.b);
  if (onto) send(act, 'groupCards', { cards: [card.id], onto: onto.id }, {}, act.client.session.newItemId());
}, false);

const ungroupCards = onCard((card, act) => send(act, 'ungroupCards', { cards: [card.id] }, { item: card.id }), false);

const renameGroup = onCard((card, act) => {
  if (card.group)
    send(act, 'renameGroup', { group: card.group, title: act.token }, { item: card.group, token: act.token });
}, false);

const castVote = onCard((card, act) => {
  const count = act.b % 5;
  send(act, 'castVote', { card: card.id, count }, { item: topicKey(card), count });
}, false);

function createActionItem(act: Act): void {
  const card = pick(cardsOf(act.client), act.a);
  const payload = { topic: card?.id ?? null, topicTitle: '', text: act.token, owner: act.client.accountId, due: null };
  send(act, 'createActionItem', payload, { token: act.token }, act.client.session.newItemId());
}

function changeActionItem(act: Act): void {
  const [item, action] = pick(Object.entries(act.client.session.view().actions), act.a) ?? [];
  if (item && action) send(act, 'changeActionItem', { action: action.id, text: act.token }, { item, token: act.token });
}

function advanceStep(act: Act): void {
  const { agenda } = act.client.session.view().setup;
  const at = agenda.findIndex((step) => step.id === act.client.session.view().head.step.id);
  const step = agenda[Math.min(agenda.length - 2, at + (act.b % 3 === 0 ? -1 : 1))] ?? agenda[0];
  if (step) send(act, 'advanceStep', { step: step.id });
}

function timer(act: Act): void {
  const kinds = ['pauseTimer', 'resumeTimer', 'stopTimer'] as const;
  if (act.a % 2 === 0) send(act, 'startTimer', { seconds: 60 + (act.b % 100) });
  else send(act, kinds[act.b % 3] ?? 'stopTimer', {});
}

/** By the number a plan gives; the often done stand there often. */
const ACTS: readonly ((act: Act) => void)[] = [
  addCard,
  addCard,
  addCard,
  editCard,
  editCard,
  deleteCard,
  restoreCard,
  moveCard,
  groupCards,
  groupCards,
  ungroupCards,
  renameGroup,
  castVote,
  castVote,
  castVote,
  createActionItem,
  changeActionItem,
  advanceStep,
  (act) => send(act, 'revealCards', { columns: [columnOf(act)] }),
  (act) => send(act, act.b % 4 === 0 ? 'concealCards' : 'revealCards', { columns: [columnOf(act)] }),
  (act) => send(act, 'openVoting', { budget: 4 + (act.b % 3), perTopic: 3 }),
  (act) => send(act, 'closeVoting', {}),
  timer,
  (act) => send(act, 'handOver', { to: act.client.accountId, keep: true }),
];

export const ACT_COUNT = ACTS.length;
/** The number of the act that casts a vote. */
export const CAST_VOTE = ACTS.indexOf(castVote);

/** Who would be refused does it only now and then: most steps shall lead somewhere. */
const MAY: Partial<Record<number, keyof ReturnType<Client['session']['view']>['abilities']>> = Object.fromEntries(
  ACTS.map((act, i) => [i, abilityOf(act, i)]).filter(([, ability]) => ability !== undefined),
);

function abilityOf(act: (act: Act) => void, index: number): string | undefined {
  if (act === addCard) return 'addCard';
  if (act === castVote) return 'castVote';
  if (act === groupCards || act === ungroupCards || act === renameGroup) return 'groupCards';
  return index >= 17 ? 'facilitate' : undefined;
}

/** Does the act of a number, or the next one this person may do; answers whether anything was done. */
export function doAct(number: number, act: Act): void {
  const may = act.client.session.view().abilities;
  const insist = act.b % 10 === 0;
  for (let i = 0; i < ACT_COUNT; i += 1) {
    const chosen = (number + i * 7) % ACT_COUNT;
    const ability = MAY[chosen];
    if (insist || ability === undefined || may[ability]) return ACTS[chosen]?.(act);
  }
}
