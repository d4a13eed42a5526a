import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Topic } from '#domain/board';
import type { PublicCard } from '#domain/present-retro';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/icon';
import { Skeleton } from '../../ui/skeleton';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { CardAuthor } from './card-author';
import { CardEditor } from './card-editor';
import { cardMenuItems } from './card-menu-items';
import { useDesk } from './desk';
import { LazyMenu } from './lazy-menu';

interface Props {
  topic: Topic;
  card: PublicCard;
  /** What else stands in its last line: votes. */
  children?: ReactNode;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 58)}…` : text);

/** The inside of a card: text, menu, whose it is. */
export function CardBody({ topic, card, children }: Props): ReactNode {
  const desk = useDesk();
  const [editing, setEditing] = useState(false);
  const { may } = desk;
  const own = card.mine === true && may.changeOwnCard;
  const faceUp = desk.revealed.includes(card.column);
  const hasMenu = own || (faceUp && (may.deleteAnyCard || may.groupCards));

  if (card.text === null) return <TextComing />;
  if (editing && own) return <CardEditor card={card} onClose={() => setEditing(false)} />;
  return (
    <>
      <div className="card__row">
        <p className="card__text">{card.text}</p>
        {hasMenu && (
          <LazyMenu
            label={t('card.menu', { text: shortened(card.text) })}
            items={() => cardMenuItems(desk, topic, card, () => setEditing(true))}
          />
        )}
      </div>
      <div className="card__foot">
        {card.author !== undefined && <CardAuthor accountId={card.author} />}
        {card.author === undefined && card.mine && (
          <span className="card__mine">
            <Icon name="mask" size={12} />
            {t('card.mine')}
          </span>
        )}
        {children}
      </div>
    </>
  );
}

/** A card of a revealed column whose text has not arrived yet. */
function TextComing(): ReactNode {
  return (
    <div aria-busy="true">
      <VisuallyHidden>{t('card.textComing')}</VisuallyHidden>
      <Skeleton width="85%" />
      <Skeleton width="55%" />
    </div>
  );
}
