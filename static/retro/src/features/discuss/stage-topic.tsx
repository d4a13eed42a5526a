import type { ReactNode } from 'react';
import type { Board, Topic } from '#domain/board';
import type { PublicCard } from '#domain/present-retro';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { Lozenge } from '../../ui/lozenge';
import { CardAuthor } from '../board/card-author';
import { flags } from '../board/flags';
import { VoteCount } from '../voting/topic-votes';

/** Longer words than these are drawn a little smaller. */
const LONG = 140;

/** A single card speaks in full, a group by its title. */
const wordsOf = ({ cards, title }: Topic): string => (cards.length > 1 ? title : (cards[0]?.text ?? title));

/** The topic itself, readable across a room. */
export function StageTopic({ board, topic }: { board: Board; topic: Topic }): ReactNode {
  const known = useView((view) => view.result !== undefined);
  const column = board.columns.find((lane) => lane.column.id === topic.column)?.column;
  const [face] = topic.cards;
  const group = topic.cards.length > 1;
  const words = wordsOf(topic);
  return (
    <article className="stage__topic tint" data-color={column?.color} aria-label={topic.title}>
      <div className="stage__facts">
        <span className="stage__column">{column?.name ?? t('board.looseName')}</span>
        {known && <VoteCount votes={topic.votes} />}
        {group ? <Lozenge>{t('group.count', { count: topic.cards.length })}</Lozenge> : <Signature card={face} />}
      </div>
      <h3 className="stage__title" {...flags({ long: words.length > LONG })}>
        {words}
      </h3>
      {group && <StageCards cards={topic.cards} />}
    </article>
  );
}

function StageCards({ cards }: { cards: readonly PublicCard[] }): ReactNode {
  return (
    <ul className="stage__cards">
      {cards.map((card) => (
        <li key={card.id} className="stage__card">
          {card.text}
          <div className="card__foot">
            <Signature card={card} />
          </div>
        </li>
      ))}
    </ul>
  );
}

const Signature = ({ card }: { card: PublicCard | undefined }): ReactNode =>
  card?.author === undefined ? null : <CardAuthor accountId={card.author} />;
