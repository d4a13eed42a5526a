import type { Command, CommandName } from '#contract/commands';
import { commandOfItem, shardOfItem } from '#domain/ids';

type MakesItem = 'addCard' | 'createActionItem' | 'groupCards';

/** Whether a command makes an item, whose id then ends with the command's. */
export const makesItem = (name: CommandName): name is MakesItem =>
  name === 'addCard' || name === 'createActionItem' || name === 'groupCards';

/** A command that makes the item of this id. */
export function commandMaking(itemId: string, name: MakesItem, payload: object): Command {
  const place = name === 'groupCards' ? { group: itemId } : { shard: shardOfItem(itemId) };
  return { id: commandOfItem(itemId), name, payload: { ...payload, ...place } } as unknown as Command;
}

/** Any other command: name and payload belong together by the signature of `Session.send`. */
export const plainCommand = (id: string, name: CommandName, payload: object): Command =>
  ({ id, name, payload }) as unknown as Command;
