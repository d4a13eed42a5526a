import type { StoredCard } from '#domain/items';
import { seenCommand } from '#domain/items';
import { shardOfItem } from '#domain/ids';
import { isOwn } from '#domain/present-retro';
import type { Result } from '#domain/result';
import { ok, refuse } from '#domain/result';
import type { CommandContext } from './command';

/** A card that is there (deleted ones only when asked for); refused `card/gone`. */
export function findCard(context: CommandContext, id: string, deletedToo = false): Result<StoredCard> {
  const item = context.doc.item(id);
  if (item?.kind !== 'card' || (item.gone && !deletedToo)) return refuse('card/gone');
  return ok(item);
}

/** A card the caller wrote; refused `card/gone`, `card/not-yours`. A facilitator may act on others' where `lead` says so. */
export function ownCard(
  context: CommandContext,
  id: string,
  options: { lead?: boolean; deletedToo?: boolean } = {},
): Result<StoredCard> {
  const card = findCard(context, id, options.deletedToo);
  if (!card.ok) return card;
  if (isOwn(card.value, context.viewer)) return card;
  const revealed = context.doc.head.revealed.includes(card.value.column);
  return options.lead && revealed && context.may.deleteAnyCard ? card : refuse('card/not-yours');
}

/** Whether this command already changed the shard of an item: then it is done; `command/stale` when nobody can tell. */
export function repeated(context: CommandContext, itemId: string): Result<boolean> {
  const seen = seenCommand(context.doc.shard(shardOfItem(itemId)), context.id, context.base);
  if (seen === 'stale') return refuse('command/stale');
  return ok(seen === 'seen');
}
