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
  const hasMenu = own || (desk.revealed.includes(card.column) && (may.deleteAnyCard || may.groupCards));

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
        <Whose card={card} />
        {children}
      </div>
    </>
  );
}

/** A signed card's author; of the others only one's own say whose they are, and only to oneself. */
function Whose({ card }: { card: PublicCard }): ReactNode {
  if (card.author !== undefined) return <CardAuthor accountId={card.author} />;
  if (!card.mine) return null;
  return (
    <span className="card__mine">
      <Icon name="mask" size={12} />
      {t('card.mine')}
    </span>
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
