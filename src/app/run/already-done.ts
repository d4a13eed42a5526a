import type { Command } from '#contract/commands';
import { itemId, shardOfItem } from '#domain/ids';
import type { Document } from '../live/document';

/** The items whose shards remember a command, or that are there because of it. */
function tracesOf(command: Command): { made?: string; remembered?: string } {
  switch (command.name) {
    case 'addCard':
    case 'createActionItem':
      return { made: itemId(command.payload.shard, command.id) };
    case 'editCard':
    case 'deleteCard':
    case 'restoreCard':
    case 'moveCard':
      return { remembered: command.payload.card };
    case 'groupCards':
      return { remembered: command.payload.onto };
    case 'ungroupCards':
      return command.payload.cards[0] === undefined ? {} : { remembered: command.payload.cards[0] };
    case 'renameGroup':
      return { remembered: command.payload.group };
    default:
      return {};
  }
}

/**
 * Whether an earlier attempt of a command, whose answer got lost, has carried it out. Asked before anything else: the step
 * may have moved on since, and what is done must not be called refused.
 */
export function alreadyDone(doc: Document, command: Command): boolean {
  if (doc.head.recent.includes(command.id)) return true;
  const { made, remembered } = tracesOf(command);
  if (made !== undefined) return doc.item(made) !== undefined;
  if (remembered === undefined || !doc.hasShard(shardOfItem(remembered))) return false;
  return doc.shard(shardOfItem(remembered)).recent.some(([, id]) => id === command.id);
}
