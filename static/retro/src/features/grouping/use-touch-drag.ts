import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { everyTopic } from '../board/share-board';
import type { Board, Topic } from '#domain/board';
import { t } from '../../i18n/t';
import { announce } from '../../ui/live-region';
import { useDesk } from '../board/desk';
import type { Carried, Spot } from './carried';
import { carriedCard, carriedTopic, deedOf } from './carried';
import { carryOut } from './carry-out';
import { touchDrag } from './touch-drag';

const topicOf = (board: Board, id: string | undefined): Topic | undefined =>
  everyTopic(board).find((topic) => topic.id === id);

/** What an element marked `data-lift="topic"` or `data-lift="topic card"` stands for. */
function carriedBy(element: HTMLElement, board: Board): Carried | null {
  const [topicId, cardId] = (element.dataset['lift'] ?? '').split(' ');
  const topic = topicOf(board, topicId);
  if (!topic) return null;
  const card = topic.cards.find((entry) => entry.id === cardId);
  return card ? carriedCard(topic, card) : carriedTopic(topic);
}

/** The spot marked `data-spot="topic <id>"` or `data-spot="column <id>"`, and its name. */
function spotOf(element: HTMLElement, board: Board): { spot: Spot; target: string } | null {
  const [kind, id = ''] = (element.dataset['spot'] ?? '').split(' ');
  if (kind === 'topic') return { spot: { kind, topic: id }, target: topicOf(board, id)?.title ?? '' };
  const lane = board.columns.find((entry) => entry.column.id === id);
  return lane ? { spot: { kind: 'column', column: id }, target: lane.column.name } : null;
}

/** Dragging by finger for the whole board; it means what dragging with a mouse means. */
export function useTouchDrag(scroller: RefObject<HTMLElement>, board: Board): void {
  const { session, may } = useDesk();
  const latest = useRef(board);
  latest.current = board;

  useEffect(() => {
    const element = scroller.current;
    if (!may.groupCards || !element) return;
    let carried: Carried | null = null;
    let marked: HTMLElement | null = null;
    return touchDrag(element, {
      lift(lifted) {
        carried = carriedBy(lifted, latest.current);
        if (carried) announce(t('group.lift', { title: carried.title }));
        return carried !== null;
      },
      over(spotElement) {
        marked?.removeAttribute('data-over');
        const place = spotElement && spotOf(spotElement, latest.current);
        marked = place && carried && deedOf(carried, place.spot) ? spotElement : null;
        marked?.setAttribute('data-over', '');
      },
      drop(spotElement) {
        const place = spotElement && spotOf(spotElement, latest.current);
        const deed = place && carried ? deedOf(carried, place.spot) : null;
        if (deed && place) carryOut(session, deed, { target: place.target }, false);
        carried = null;
      },
    });
  }, [scroller, session, may.groupCards]);
}
