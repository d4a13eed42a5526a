import { shardOfItem } from '#domain/ids';
import type { StoredCard } from '#domain/items';
import type { Result } from '#domain/result';
import { refuse } from '#domain/result';
import { CARD_TEXT_MAX, acceptText } from '#domain/text';
import { shardPart } from '../live/keys';
import { findCard, ownCard, repeated } from './card-access';
import type { CommandContext, CommandRule } from './command';
import { done } from './command';

const cardPart = (id: string) => [shardPart(shardOfItem(id))];

/** Changes the text of an own card. */
export const editCard: CommandRule<'editCard'> = {
  parts: (payload) => cardPart(payload.card),
  may: 'changeOwnCard',
  decide(context, payload) {
    const text = acceptText(payload.text, CARD_TEXT_MAX);
    if (!text.ok) return text;
    const card = ownCard(context, payload.card);
    if (!card.ok) return card;
    const seen = repeated(context, payload.card);
    if (!seen.ok) return seen;
    if (!seen.value && card.value.text !== text.value)
      context.doc.setItems({ [payload.card]: { ...card.value, text: text.value } }, context.id);
    return done();
  },
};

/** Takes a card off the board; it can be restored until the retro is closed. The facilitator may, for revealed ones. */
export const deleteCard: CommandRule<'deleteCard'> = {
  parts: (payload) => cardPart(payload.card),
  may: 'takePart',
  decide(context, payload) {
    if (!context.may.changeOwnCard && !context.may.deleteAnyCard) return refuse('step/not-now');
    const card = ownCard(context, payload.card, { lead: true, deletedToo: true });
    if (!card.ok) return card;
    const seen = repeated(context, payload.card);
    if (!seen.ok) return seen;
    if (!card.value.gone && !seen.value)
      context.doc.setItems({ [payload.card]: { ...card.value, gone: true } }, context.id);
    return done();
  },
};

/** Undoes a deletion. */
export const restoreCard: CommandRule<'restoreCard'> = {
  parts: (payload) => cardPart(payload.card),
  may: 'takePart',
  decide(context, payload) {
    if (!context.may.changeOwnCard && !context.may.deleteAnyCard) return refuse('step/not-now');
    const card = ownCard(context, payload.card, { lead: true, deletedToo: true });
    if (!card.ok) return card;
    const seen = repeated(context, payload.card);
    if (!seen.ok) return seen;
    const { gone, ...rest } = card.value;
    if (gone && !seen.value) context.doc.setItems({ [payload.card]: rest }, context.id);
    return done();
  },
};

/** A card the caller may move now. */
function movableCard(context: CommandContext, id: string): Result<StoredCard> {
  const card = findCard(context, id);
  if (!card.ok) return card;
  const revealed = context.doc.head.revealed.includes(card.value.column);
  if (revealed && context.may.groupCards) return card;
  return context.may.changeOwnCard ? ownCard(context, id) : refuse('step/not-now');
}

/** Puts a card into another column: one's own while it is face down, anybody's once it is revealed. */
export const moveCard: CommandRule<'moveCard'> = {
  parts: (payload) => cardPart(payload.card),
  may: 'takePart',
  decide(context, payload) {
    const { doc } = context;
    const card = movableCard(context, payload.card);
    if (!card.ok) return card;
    if (!doc.head.columns.includes(payload.column)) return refuse('column/gone');
    const seen = repeated(context, payload.card);
    if (!seen.ok) return seen;
    if (seen.value || card.value.column === payload.column) return done();
    const { group, ...rest } = card.value;
    const left = group === undefined ? {} : { was: group };
    doc.setItems({ [payload.card]: { ...rest, ...left, column: payload.column } }, context.id);
    return done();
  },
};
