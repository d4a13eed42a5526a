import { shardCount, shardOfItem } from '#domain/ids';
import type { StoredCard, StoredItem } from '#domain/items';
import type { Result } from '#domain/result';
import { ok, refuse } from '#domain/result';
import { TITLE_MAX, shortLine } from '#domain/text';
import { shardPart } from '../live/keys';
import { findCard, repeated } from './card-access';
import type { CommandContext, CommandRule } from './command';
import { done } from './command';

const partsOf = (ids: readonly string[]) => [...new Set(ids.map((id) => shardPart(shardOfItem(id))))];

/** A card that lies face up: only those can be put together. */
function faceUp(context: CommandContext, id: string): Result<StoredCard> {
  const card = findCard(context, id);
  if (!card.ok) return card;
  return context.doc.head.revealed.includes(card.value.column) ? card : refuse('card/gone');
}

function allFaceUp(context: CommandContext, ids: readonly string[]): Result<StoredCard[]> {
  const cards: StoredCard[] = [];
  for (const id of ids) {
    const card = faceUp(context, id);
    if (!card.ok) return card;
    cards.push(card.value);
  }
  return ok(cards);
}

/** What changes when cards are put on a target: only what is not so already. */
function stacked(target: StoredCard, cards: readonly StoredCard[], newGroup: string): Record<string, StoredItem> {
  const group = target.group ?? newGroup;
  const { column } = target;
  const changes: Record<string, StoredItem> = {};
  if (target.group === undefined) changes[target.id] = { ...target, group };
  for (const card of cards)
    if (card.group !== group || card.column !== column) changes[card.id] = { ...card, group, column };
  return changes;
}

/** Puts cards on another one: they take its group (a new one if it has none) and its column. */
export const groupCards: CommandRule<'groupCards'> = {
  parts: (payload) => partsOf([...payload.cards, payload.onto]),
  may: 'groupCards',
  decide(context, payload) {
    if (payload.cards.includes(payload.onto)) return refuse('group/same-card');
    if (shardOfItem(payload.group) >= shardCount(context.doc.head.tiers))
      return refuse('payload/invalid', { at: 'group' });
    const target = faceUp(context, payload.onto);
    if (!target.ok) return target;
    const cards = allFaceUp(context, payload.cards);
    if (!cards.ok) return cards;
    const seen = repeated(context, payload.onto);
    if (!seen.ok) return seen;
    if (seen.value) return done();
    const changes = stacked(target.value, cards.value, payload.group);
    if (Object.keys(changes).length > 0) context.doc.setItems(changes, context.id);
    return done();
  },
};

/** Takes cards out of their groups; they stay in the column. */
export const ungroupCards: CommandRule<'ungroupCards'> = {
  parts: (payload) => partsOf(payload.cards),
  may: 'groupCards',
  decide(context, payload) {
    const cards = allFaceUp(context, payload.cards);
    if (!cards.ok) return cards;
    const first = cards.value[0];
    if (!first) return done();
    const seen = repeated(context, first.id);
    if (!seen.ok) return seen;
    if (seen.value) return done();
    const changes: Record<string, StoredItem> = {};
    for (const { group, ...card } of cards.value) if (group !== undefined) changes[card.id] = { ...card, was: group };
    if (Object.keys(changes).length > 0) context.doc.setItems(changes, context.id);
    return done();
  },
};

/** Gives a group a title; an empty one takes it away again. */
export const renameGroup: CommandRule<'renameGroup'> = {
  parts: (payload) => partsOf([payload.group]),
  may: 'groupCards',
  decide(context, payload) {
    const { doc } = context;
    if (!doc.hasShard(shardOfItem(payload.group))) return refuse('group/gone');
    const seen = repeated(context, payload.group);
    if (!seen.ok) return seen;
    if (seen.value) return done();
    const item = doc.item(payload.group);
    if (item && item.kind !== 'group') return refuse('group/gone');
    const title = shortLine(payload.title, TITLE_MAX);
    if (title === '') doc.setItems({ [payload.group]: null }, context.id);
    else doc.setItems({ [payload.group]: { kind: 'group', id: payload.group, title } }, context.id);
    return done();
  },
};
