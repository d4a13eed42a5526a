/** Every command by its name: the one list the pipeline runs from. */
import type { CommandName } from '#contract/commands';
import { changeActionItem, createActionItem } from './action-items';
import { addCard } from './add-card';
import { advanceStep } from './advance-step';
import { deleteCard, editCard, moveCard, restoreCard } from './change-card';
import { closeRetro, reopenRetro } from './close-retro';
import type { CommandRule } from './command';
import { configureRetro, handOver, selectTopic } from './facilitate';
import { groupCards, renameGroup, ungroupCards } from './group-cards';
import { concealCards, revealCards } from './reveal-cards';
import { timerCommands } from './timer';
import { castVote, closeVoting, openVoting } from './voting';

export const COMMAND_RULES: { [N in CommandName]: CommandRule<N> } = {
  addCard,
  editCard,
  deleteCard,
  restoreCard,
  moveCard,
  groupCards,
  ungroupCards,
  renameGroup,
  revealCards,
  concealCards,
  advanceStep,
  ...timerCommands,
  openVoting,
  castVote,
  closeVoting,
  selectTopic,
  handOver,
  configureRetro,
  createActionItem,
  changeActionItem,
  closeRetro,
  reopenRetro,
};
