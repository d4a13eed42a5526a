/** What the session must know of a command besides what it does. */
import type { Command, CommandName } from '#contract/commands';
import { rememberedBy } from '#contract/remembered-by';
import type { Abilities, Ability } from '#domain/abilities';
import { itemId, partsOfAction, shardOfItem } from '#domain/ids';
import type { RefusalCode } from '#domain/refusal';

/** Whether one unsent command makes the one before it pointless: both set the same thing to a state. */
export function sameTarget(before: Command, after: Command): boolean {
  if (before.name === 'castVote' && after.name === 'castVote') return before.payload.card === after.payload.card;
  if (before.name === 'editCard' && after.name === 'editCard') return before.payload.card === after.payload.card;
  if (before.name === 'renameGroup' && after.name === 'renameGroup')
    return before.payload.group === after.payload.group;
  return before.name === 'selectTopic' && after.name === 'selectTopic';
}

/** Items a command changes: where its author's client looks whether an event has told of it. */
export function itemsOf(command: Command): string[] {
  switch (command.name) {
    case 'addCard':
    case 'createActionItem':
      return [itemId(command.payload.shard, command.id)];
    case 'groupCards':
      return [...command.payload.cards, command.payload.onto];
    case 'ungroupCards':
      return command.payload.cards;
    case 'changeActionItem':
      return [partsOfAction(command.payload.action).item];
    default: {
      const item = rememberedBy(command);
      return item === undefined ? [] : [item];
    }
  }
}

/** Shards a command changes. */
export const shardsOf = (command: Command): number[] => [...new Set(itemsOf(command).map(shardOfItem))];

/** What the person typed, if the command carries it: it must never be lost. */
export function textOf(command: Command): string {
  switch (command.name) {
    case 'addCard':
    case 'editCard':
    case 'createActionItem':
      return command.payload.text;
    case 'changeActionItem':
      return command.payload.text ?? '';
    case 'renameGroup':
      return command.payload.title;
    default:
      return '';
  }
}

const NEEDS: Partial<Record<CommandName, Ability>> = {
  addCard: 'addCard',
  editCard: 'changeOwnCard',
  createActionItem: 'changeActions',
  changeActionItem: 'changeActions',
  renameGroup: 'groupCards',
};

/** Refusals that the same words would meet again. */
const FINAL: readonly RefusalCode[] = [
  'text/empty',
  'text/too-long',
  'card/gone',
  'card/not-yours',
  'group/gone',
  'action/gone',
  'column/gone',
  'payload/invalid',
  'access/not-found',
];

/** Whether a refused text may be sent again now. */
export function mayRetry(command: Command, code: RefusalCode, may: Abilities): boolean {
  const ability = NEEDS[command.name];
  return ability !== undefined && may[ability] && !FINAL.includes(code);
}
