import type { ReactNode } from 'react';
import type { Board, Topic } from '#domain/board';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { Lozenge } from '../../ui/lozenge';
import { CardAuthor } from '../board/card-author';
import { VoteCount } from '../voting/topic-votes';

/** Longer words than these are drawn a little smaller. */
const LONG = 140;

/** The topic itself, readable across a room. */
export function StageTopic({ board, topic }: { board: Board; topic: Topic }): ReactNode {
  const known = useView((view) => view.result !== undefined);
  const column = board.columns.find((lane) => lane.column.id === topic.column)?.column;
  const [face] = topic.cards;
  const group = topic.cards.length > 1;
  const words = group ? topic.title : (face?.text ?? '');
  return (
    <article className="stage__topic tint" data-color={column?.color} aria-label={topic.title}>
      <div className="stage__facts">
        <span className="stage__column">{column?.name ?? t('board.looseName')}</span>
        {known && <VoteCount votes={topic.votes} />}
        {group && <Lozenge>{t('group.count', { count: topic.cards.length })}</Lozenge>}
        {!group && face?.author !== undefined && <CardAuthor accountId={face.author} />}
      </div>
      <h3 className="stage__title" data-long={words.length > LONG ? '' : undefined}>
        {words}
      </h3>
      {group && (
        <ul className="stage__cards">
          {topic.cards.map((card) => (
            <li key={card.id} className="stage__card">
              {card.text}
              {card.author !== undefined && (
                <div className="card__foot">
                  <CardAuthor accountId={card.author} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
