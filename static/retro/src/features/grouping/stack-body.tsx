import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Topic } from '#domain/board';
import { t } from '../../i18n/t';
import { Button } from '../../ui/button';
import { Lozenge } from '../../ui/lozenge';
import { CardBody } from '../board/card-body';
import { groupMenuItems } from '../board/card-menu-items';
import { useDesk } from '../board/desk';
import { LazyMenu } from '../board/lazy-menu';
import { TopicVotes } from '../voting/topic-votes';
import { GroupTitle } from './group-title';
import { StackCard } from './stack-card';

const SHOWN = 2;

/** The inside of a group: title, how many, the first cards or all of them. */
export function StackBody({ topic }: { topic: Topic }): ReactNode {
  const desk = useDesk();
  const [open, setOpen] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const cards = open ? topic.cards : topic.cards.slice(0, SHOWN);
  const hidden = topic.cards.length - cards.length;
  return (
    <>
      <span className="card__sheet" />
      <div className="card__row">
        <GroupTitle topic={topic} editing={renaming} onEditing={setRenaming} />
        <span className="stack__count">
          <Lozenge>{topic.cards.length}</Lozenge>
        </span>
        {desk.may.groupCards && (
          <LazyMenu
            label={t('card.menu', { text: topic.title })}
            items={() => groupMenuItems(desk, topic, () => setRenaming(true))}
          />
        )}
      </div>
      <ul className="stack__cards">
        {cards.map((card) => (
          <StackCard key={card.id} topic={topic} card={card}>
            <CardBody topic={topic} card={card} />
          </StackCard>
        ))}
      </ul>
      <div className="card__foot">
        {(hidden > 0 || open) && topic.cards.length > SHOWN && (
          <Button
            appearance="subtle"
            size="compact"
            className="stack__more"
            iconBefore={open ? 'chevron-up' : 'chevron-down'}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? t('group.collapse') : t('group.more', { count: hidden })}
          </Button>
        )}
        <TopicVotes topic={topic} />
      </div>
    </>
  );
}
