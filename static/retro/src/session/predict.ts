import type { Command, Commands } from '#contract/commands';
import { actionIdOf, itemId } from '#domain/ids';
import type { PublicAction } from '#domain/action-item';
import { unreachable } from '#domain/assert';
import { ACTION_TEXT_MAX, acceptLine } from '#domain/text';
import type { DraftState } from './draft-state';
import * as cards from './predict-cards';
import * as lead from './predict-lead';

/** Lays one unconfirmed command over the state, so that it is visible in the frame in which it was given. */
export function predict(state: DraftState, command: Command): void {
  switch (command.name) {
    case 'addCard':
      return cards.predictAddCard(state, command.payload, command.id);
    case 'createActionItem':
      return createActionItem(state, command.payload, command.id);
    case 'changeActionItem':
      return changeActionItem(state, command.payload);
    default:
      return isOnCards(command) ? predictOnCards(state, command) : lead.predictLead(state, command);
  }
}

type OnCards = Extract<
  Command,
  {
    name:
      | 'editCard'
      | 'deleteCard'
      | 'restoreCard'
      | 'moveCard'
      | 'groupCards'
      | 'ungroupCards'
      | 'renameGroup'
      | 'castVote';
  }
>;

const ON_CARDS: readonly Command['name'][] = [
  'editCard',
  'deleteCard',
  'restoreCard',
  'moveCard',
  'groupCards',
  'ungroupCards',
  'renameGroup',
  'castVote',
];

type Other = Exclude<Command, { name: 'addCard' | 'createActionItem' | 'changeActionItem' }>;

const isOnCards = (command: Other): command is OnCards => ON_CARDS.includes(command.name);

function predictOnCards(state: DraftState, command: OnCards): void {
  switch (command.name) {
    case 'editCard':
      return cards.predictEditCard(state, command.payload);
    case 'deleteCard':
      return cards.predictDeleteCard(state, command.payload);
    case 'restoreCard':
      return cards.predictRestoreCard(state, command.payload);
    case 'moveCard':
      return cards.predictMoveCard(state, command.payload);
    case 'groupCards':
      return cards.predictGroupCards(state, command.payload);
    case 'ungroupCards':
      return cards.predictUngroupCards(state, command.payload);
    case 'renameGroup':
      return cards.predictRenameGroup(state, command.payload);
    case 'castVote':
      return cards.predictCastVote(state, command.payload);
    default:
      return unreachable(command);
  }
}

function createActionItem(state: DraftState, payload: Commands['createActionItem'], commandId: string): void {
  const text = acceptLine(payload.text, ACTION_TEXT_MAX);
  if (!text.ok) return;
  const id = itemId(payload.shard, commandId);
  const { retroId } = state.head;
  const action: PublicAction = {
    id: actionIdOf(retroId, id),
    retroId,
    retroTitle: state.setup.title,
    topic: payload.topic,
    topicTitle: payload.topicTitle,
    text: text.value,
    owner: payload.owner,
    due: payload.due,
    state: 'open',
    issue: null,
    filing: null,
    createdAt: state.now,
    settledAt: null,
  };
  state.put({ kind: 'action', id, topic: payload.topic, n: 1 });
  state.putAction(id, action);
}

function changeActionItem(state: DraftState, payload: Commands['changeActionItem']): void {
  const found = state.actionById(payload.action);
  if (!found) return;
  const { action: _action, text, ...rest } = payload;
  const line = text === undefined ? undefined : acceptLine(text, ACTION_TEXT_MAX);
  if (line && !line.ok) return;
  const given = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  ) as Partial<PublicAction>;
  state.putAction(found.id, { ...found.action, ...given, ...(line ? { text: line.value } : {}) });
}
