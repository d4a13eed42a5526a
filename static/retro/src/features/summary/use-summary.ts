import { useMemo } from 'react';
import type { PublicAction } from '#domain/action-item';
import type { Board, Topic } from '#domain/board';
import { agendaOfTopics, boardOf, cardsOf } from '#domain/board';
import { useView } from '../../session/use-view';
import { useParticipants } from '../shell/use-participants';

export interface Summary {
  board: Board;
  /** Topics whose cards lie face up, by votes. */
  topics: Topic[];
  /** Cards nobody may read: their column was never revealed. */
  concealed: number;
  cards: number;
  votes: number;
  voted: boolean;
  actions: PublicAction[];
  people: readonly string[];
}

const readable = (topic: Topic): boolean => topic.cards.some((card) => card.text !== null);

/** Open ones by due date, then the settled ones. */
const byDue = (a: PublicAction, b: PublicAction): number =>
  Number(a.state !== 'open') - Number(b.state !== 'open') || (a.due ?? '9999').localeCompare(b.due ?? '9999');

/** What stays of this retro, from what this viewer may see of it. */
export function useSummary(): Summary {
  const items = useView((view) => view.items);
  const setup = useView((view) => view.setup);
  const actions = useView((view) => view.actions);
  const result = useView((view) => view.result);
  const participants = useParticipants();
  return useMemo(() => {
    const last = result ?? setup.results[setup.results.length - 1];
    const board = boardOf(setup.columns, items.values(), last);
    const cards = cardsOf(items.values());
    return {
      board,
      topics: agendaOfTopics(board).filter(readable),
      concealed: cards.filter((card) => card.text === null).length,
      cards: cards.length,
      votes: last?.cast ?? 0,
      voted: last !== undefined,
      actions: Object.values(actions).sort(byDue),
      people: setup.attendees.length > 0 ? setup.attendees : participants,
    };
  }, [items, setup, actions, result, participants]);
}
