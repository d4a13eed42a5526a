import type { Command } from '#contract/commands';
import { rememberedBy } from '#contract/remembered-by';
import { itemId, shardOfItem } from '#domain/ids';
import type { Document } from '../live/document';

/**
 * Whether an earlier attempt of a command, whose answer got lost, has carried it out. Asked before anything else: the step
 * may have moved on since, and what is done must not be called refused.
 */
export function alreadyDone(doc: Document, command: Command): boolean {
  if (doc.head.recent.includes(command.id)) return true;
  if (command.name === 'addCard' || command.name === 'createActionItem')
    return doc.item(itemId(command.payload.shard, command.id)) !== undefined;
  const remembered = rememberedBy(command);
  if (remembered === undefined || !doc.hasShard(shardOfItem(remembered))) return false;
  return doc.shard(shardOfItem(remembered)).recent.some(([, id]) => id === command.id);
}
