/** What commands on cards will do, by the rules the server goes by. A rule that says no predicts nothing: the server answers. */
import type { Commands } from '#contract/commands';
import { castVote, emptyBallot } from '#domain/ballot';
import { topicKey } from '#domain/board';
import { itemId } from '#domain/ids';
import type { PublicCard } from '#domain/present-retro';
import { CARD_TEXT_MAX, TITLE_MAX, acceptText, cleanText } from '#domain/text';
import type { DraftState } from './draft-state';

export function predictAddCard(state: DraftState, payload: Commands['addCard'], commandId: string): void {
  const text = acceptText(payload.text, CARD_TEXT_MAX);
  if (!text.ok) return;
  const id = itemId(payload.shard, commandId);
  const confirmed = state.card(id);
  const { anonymity } = state.head;
  const signed = anonymity === 'named' || (anonymity === 'author-decides' && payload.signed === true);
  state.put({
    kind: 'card',
    id,
    column: payload.column,
    text: text.value,
    order: confirmed?.order || state.nextOrder(),
    mine: true,
    ...(signed ? { author: state.me.accountId } : {}),
  });
}

export function predictEditCard(state: DraftState, payload: Commands['editCard']): void {
  const text = acceptText(payload.text, CARD_TEXT_MAX);
  const card = state.card(payload.card);
  if (text.ok && card) state.put({ ...card, text: text.value });
}

export function predictDeleteCard(state: DraftState, payload: Commands['deleteCard']): void {
  if (state.card(payload.card)) state.take(payload.card);
}

export function predictRestoreCard(state: DraftState, payload: Commands['restoreCard']): void {
  const card = state.deletedCard(payload.card);
  if (card && !state.card(payload.card)) state.put(card);
}

export function predictMoveCard(state: DraftState, payload: Commands['moveCard']): void {
  const card = state.card(payload.card);
  if (!card || card.column === payload.column) return;
  state.put({ ...withoutGroup(card), column: payload.column });
}

export function predictGroupCards(state: DraftState, payload: Commands['groupCards']): void {
  const target = faceUp(state, payload.onto);
  if (!target || payload.cards.includes(payload.onto)) return;
  const group = target.group ?? payload.group;
  if (target.group === undefined) state.put({ ...target, group });
  for (const id of payload.cards) {
    const card = faceUp(state, id);
    if (card) state.put({ ...card, group, column: target.column });
  }
}

export function predictUngroupCards(state: DraftState, payload: Commands['ungroupCards']): void {
  for (const id of payload.cards) {
    const card = faceUp(state, id);
    if (card?.group !== undefined) state.put(withoutGroup(card));
  }
}

export function predictRenameGroup(state: DraftState, payload: Commands['renameGroup']): void {
  const title = cleanText(payload.title.replace(/\s+/g, ' ')).slice(0, TITLE_MAX);
  if (title === '') state.take(payload.group);
  else state.put({ kind: 'group', id: payload.group, title });
}

export function predictCastVote(state: DraftState, payload: Commands['castVote']): void {
  const card = state.card(payload.card);
  const voting = state.head.voting;
  if (!card || voting?.state !== 'open') return;
  const next = castVote(state.ballot ?? emptyBallot(), topicKey(card), payload.count, voting);
  if (!next.ok) return;
  state.ballot = next.value;
  state.touched.add(payload.card);
}

/** Only cards that lie face up can be put together. */
function faceUp(state: DraftState, id: string): PublicCard | undefined {
  const card = state.card(id);
  return card && state.head.revealed.includes(card.column) ? card : undefined;
}

function withoutGroup({ group, ...card }: PublicCard): PublicCard {
  return group === undefined ? card : { ...card, was: group };
}
