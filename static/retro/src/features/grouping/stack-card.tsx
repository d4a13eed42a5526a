import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Topic } from '#domain/board';
import type { PublicCard } from '#domain/present-retro';
import { useDesk } from '../board/desk';
import { carriedCard } from './carried';
import { liftable } from './mouse-drag';

interface Props {
  topic: Topic;
  card: PublicCard;
  children: ReactNode;
}

/** A card inside a group: it can be picked out of it. */
export function StackCard({ topic, card, children }: Props): ReactNode {
  const { may } = useDesk();
  const [lifted, setLifted] = useState(false);
  const element = useRef<HTMLLIElement>(null);
  const latest = useRef({ topic, card });
  latest.current = { topic, card };
  const movable = may.groupCards;

  useEffect(() => {
    if (!movable || !element.current) return;
    return liftable(element.current, () => carriedCard(latest.current.topic, latest.current.card), setLifted);
  }, [movable]);

  return (
    <li
      ref={element}
      className="stack__card"
      tabIndex={-1}
      data-card={card.id}
      data-lift={movable ? `${topic.id} ${card.id}` : undefined}
      data-draggable={movable ? '' : undefined}
      data-dragging={lifted ? '' : undefined}
    >
      {children}
    </li>
  );
}
