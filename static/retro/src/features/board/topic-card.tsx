import './card.css';
import { memo, useEffect, useRef, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import type { Topic } from '#domain/board';
import { t } from '../../i18n/t';
import { carriedTopic } from '../grouping/carried';
import { useSpot } from '../grouping/use-spot';
import { liftable } from '../grouping/mouse-drag';
import { StackBody } from '../grouping/stack-body';
import { TopicVotes } from '../voting/topic-votes';
import { CardBody } from './card-body';
import { useDesk } from './desk';

interface Props {
  topic: Topic;
  /** Its place in the lane: cards turn over one after another. */
  place: number;
  pending: boolean;
  /** Its column is revealed: only then can it be grouped. */
  faceUp: boolean;
}

/** One thing of a lane: a card, or cards on one another. Picked up and dropped on while grouping is possible. */
export const TopicCard = memo(function TopicCard({ topic, place, pending, faceUp }: Props): ReactNode {
  const { may } = useDesk();
  const [lifted, setLifted] = useState(false);
  const element = useRef<HTMLElement>(null);
  const latest = useRef(topic);
  latest.current = topic;
  const stack = topic.cards.length > 1;
  const movable = may.groupCards && faceUp;
  const over = useSpot(element, movable, () => ({ kind: 'topic', topic: latest.current.id }), topic.title);

  useEffect(() => {
    if (!movable || !element.current) return;
    return liftable(element.current, () => carriedTopic(latest.current), setLifted);
  }, [movable]);

  const marks = { ...(movable ? { 'data-lift': topic.id, 'data-spot': `topic ${topic.id}` } : {}) };
  return (
    <li className="topic" style={{ '--place': place } as CSSProperties}>
      <article
        ref={element}
        className={stack ? 'card card--stack' : 'card'}
        aria-label={t(stack ? 'group.label' : 'card.label', stack ? { title: topic.title } : { text: topic.title })}
        tabIndex={-1}
        {...(stack ? { 'data-holds': topic.cards.map((card) => card.id).join(' ') } : { 'data-card': topic.id })}
        {...marks}
        data-draggable={movable ? '' : undefined}
        data-dragging={lifted ? '' : undefined}
        data-over={over ? '' : undefined}
        data-pending={pending ? '' : undefined}
      >
        {stack ? (
          <StackBody topic={topic} />
        ) : (
          topic.cards[0] && (
            <CardBody topic={topic} card={topic.cards[0]}>
              <TopicVotes topic={topic} />
            </CardBody>
          )
        )}
      </article>
    </li>
  );
});
