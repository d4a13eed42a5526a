import type { PublicAction } from '#domain/action-item';
import type { Topic } from '#domain/board';

type ActionsById = Readonly<Record<string, PublicAction>>;

const sorted = new WeakMap<ActionsById, readonly PublicAction[]>();

/** Every action item of the retro, oldest first; the same list for the same view. */
export function actionsInOrder(actions: ActionsById): readonly PublicAction[] {
  const known = sorted.get(actions);
  if (known) return known;
  const list = Object.values(actions).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  sorted.set(actions, list);
  return list;
}

/** Whether an action item came from a topic: from any of its cards, because cards are put together later too. */
export const cameFrom = (action: PublicAction, topic: Topic): boolean =>
  action.topic !== null && topic.cards.some((card) => card.id === action.topic);
