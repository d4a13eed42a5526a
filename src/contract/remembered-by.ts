import type { Command } from './commands';

/** The item whose shard remembers a command that makes no item of its own: both ends must look in the same place. */
export function rememberedBy(command: Command): string | undefined {
  switch (command.name) {
    case 'editCard':
    case 'deleteCard':
    case 'restoreCard':
    case 'moveCard':
      return command.payload.card;
    case 'groupCards':
      return command.payload.onto;
    case 'ungroupCards':
      return command.payload.cards[0];
    case 'renameGroup':
      return command.payload.group;
    default:
      return undefined;
  }
}
