import { itemId, shardCount } from '#domain/ids';
import { SHARD_FULL_BYTES } from '#domain/items';
import type { StoredCard } from '#domain/items';
import { refuse } from '#domain/result';
import { CARD_TEXT_MAX, acceptText } from '#domain/text';
import { bytesOf } from '../live/announce';
import { shardPart } from '../live/keys';
import type { CommandContext, CommandRule } from './command';
import { done } from './command';

/** Signed: the account and the time. Anonymous: a pseudonym that dies with the retro, and a place by chance. */
function authorship(context: CommandContext, signed: boolean): Pick<StoredCard, 'order' | 'author' | 'by'> {
  const { app, caller, viewer, now } = context;
  if (signed) return { author: caller.accountId, order: now };
  const order = Math.floor(app.ids.chance() * 1e12);
  return viewer.pseudonym === null ? { order } : { by: viewer.pseudonym, order };
}

/** Adds a card; its id is the command's, so a repeat finds it there. */
export const addCard: CommandRule<'addCard'> = {
  parts: (payload) => [shardPart(payload.shard)],
  may: 'addCard',
  decide(context, payload) {
    const { doc } = context;
    const text = acceptText(payload.text, CARD_TEXT_MAX);
    if (!text.ok) return text;
    if (!doc.head.columns.includes(payload.column)) return refuse('column/gone');
    if (payload.shard >= shardCount(doc.head.tiers) || !doc.hasShard(payload.shard))
      return refuse('payload/invalid', { at: 'shard' });
    const id = itemId(payload.shard, context.id);
    if (doc.item(id)) return done();
    if (bytesOf(doc.shard(payload.shard)) > SHARD_FULL_BYTES) return refuse('board/full');
    const { anonymity } = doc.head;
    const signed = anonymity === 'named' || (anonymity === 'author-decides' && payload.signed === true);
    const card: StoredCard = {
      kind: 'card',
      id,
      column: payload.column,
      text: text.value,
      ...authorship(context, signed),
    };
    doc.setItems({ [id]: card });
    return done();
  },
};
