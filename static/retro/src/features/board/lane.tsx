import { memo, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Board } from '#domain/board';
import { t } from '../../i18n/t';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { useSpot } from '../grouping/use-spot';
import { Composer } from './composer';
import { useDesk } from './desk';
import { FaceDown } from './face-down';
import { LaneTools } from './lane-tools';
import { ownFirst } from './own-first';
import { TopicCard } from './topic-card';
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
  const writes = may.addCard && (step === 'collect' || step === 'reveal' || step === 'group');

  return (
    <section
      ref={element}
      className="lane"
      aria-label={column.name}
      data-color={column.color}
      data-spot={may.groupCards ? `column ${column.id}` : undefined}
      data-over={over ? '' : undefined}
      data-flip={flipping ? '' : undefined}
    >
      <header className="lane__head">
        <div className="lane__line">
          <h3 className="lane__name">{column.name}</h3>
          <span className="lane__count" aria-hidden="true">
            {count}
          </span>
          <VisuallyHidden>{t('board.cards', { count })}</VisuallyHidden>
          <LaneTools column={column} revealed={revealed} />
        </div>
        {column.prompt && <p className="lane__prompt">{column.prompt}</p>}
        {writes && <Composer column={column} revealed={revealed} />}
      </header>
      <ul className="lane__cards">
        {topics.map((topic, i) => (
          <TopicCard
            key={topic.group ?? topic.id}
            topic={topic}
            place={i}
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
