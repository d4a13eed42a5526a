import { memo, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Board } from '#domain/board';
import { t } from '../../i18n/t';
import { useSpot } from '../grouping/use-spot';
import { Composer } from './composer';
import { useDesk } from './desk';
import { FaceDown } from './face-down';
import { isWriting } from './is-writing';
import { LaneTitle } from './lane-title';
import { ownFirst } from './own-first';
import { TopicCard } from './topic-card';
import { flags } from './flags';
import { useFlip } from './use-flip';

interface Props {
  lane: Board['columns'][number];
  revealed: boolean;
  pending: ReadonlySet<string>;
}

/** A column: its prompt, where one writes, its cards. */
export const Lane = memo(function Lane({ lane, revealed, pending }: Props): ReactNode {
  const { may, added, step } = useDesk();
  const { column } = lane;
  const element = useRef<HTMLElement>(null);
  const over = useSpot(element, may.groupCards, () => ({ kind: 'column', column: column.id }), column.name);
  const flipping = useFlip(revealed);
  // Face down, only one's own cards can be read; they stand first, the newest on top.
  const topics = revealed ? lane.topics : ownFirst(lane.topics, added);
  const others = lane.topics.length - topics.length;
  const count = lane.topics.reduce((sum, topic) => sum + topic.cards.length, 0);
  const writes = may.addCard && isWriting(step);

  return (
    <section
      ref={element}
      className="lane"
      aria-label={column.name}
      data-color={column.color}
      {...flags({ over, flip: flipping })}
      {...(may.groupCards ? { 'data-spot': `column ${column.id}` } : {})}
    >
      <header className="lane__head">
        <LaneTitle column={column} count={count} revealed={revealed} />
        {writes && <Composer column={column} revealed={revealed} />}
      </header>
      <ul className="lane__cards">
        {topics.map((topic, i) => (
          <TopicCard
            key={topic.group ?? topic.id}
            topic={topic}
            place={flipping ? i : 0}
            faceUp={revealed}
            pending={topic.cards.some((card) => pending.has(card.id))}
          />
        ))}
        <FaceDown count={others} />
        {count === 0 && <li className="lane__empty">{t(writes ? 'board.empty.write' : 'board.empty.read')}</li>}
      </ul>
    </section>
  );
});
