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
import { flags } from './flags';

interface Props {
  topic: Topic;
  /** Its place in the lane: cards turn over one after another. */
  place: number;
  pending: boolean;
  /** Its column is revealed: only then can it be grouped. */
  faceUp: boolean;
}

/** How a topic is called and found: `data-card` names a single one, `data-holds` those of a group. */
function namesOf(topic: Topic): Record<string, string> {
  if (topic.cards.length === 1) return { 'aria-label': t('card.label', { text: topic.title }), 'data-card': topic.id };
  const holds = topic.cards.map((card) => card.id).join(' ');
  return { 'aria-label': t('group.label', { title: topic.title }), 'data-holds': holds };
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

  return (
    <li className="topic" style={{ '--place': place } as CSSProperties}>
      <article
        ref={element}
        className={stack ? 'card card--stack' : 'card'}
        tabIndex={-1}
        {...namesOf(topic)}
        {...(movable ? { 'data-lift': topic.id, 'data-spot': `topic ${topic.id}` } : {})}
        {...flags({ draggable: movable, dragging: lifted, over, pending })}
      >
        {stack ? <StackBody topic={topic} /> : <OneCard topic={topic} />}
      </article>
    </li>
  );
});

function OneCard({ topic }: { topic: Topic }): ReactNode {
  const [card] = topic.cards;
  if (!card) return null;
  return (
    <CardBody topic={topic} card={card}>
      <TopicVotes topic={topic} />
    </CardBody>
  );
}
