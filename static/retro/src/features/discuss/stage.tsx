import type { ReactNode } from 'react';
import type { Board, Topic } from '#domain/board';
import { t } from '../../i18n/t';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { useDesk } from '../board/desk';
import { SizeSwitch } from '../board/size-switch';
import { RetroActions } from './retro-actions';
import { StageTopic } from './stage-topic';
import { TopicActions } from './topic-actions';
import type { TopicPlace } from './topic-place';
import { TopicTimer } from './topic-timer';

interface Props {
  board: Board;
  topics: readonly Topic[];
  place: TopicPlace;
  count: number;
  team: TopicPlace | null;
  onChoose: (topic: string) => void;
  onBack: () => void;
}

/** One topic, large: its cards, how to go on, what will be done about it. */
export function Stage({ board, topics, place, count, team, onChoose, onBack }: Props): ReactNode {
  const { may } = useDesk();
  const { topic, previous, next } = place;
  const peeking = team !== null && team.topic.id !== topic.id;
  return (
    <>
      {peeking && (
        <Banner
          tone="discovery"
          icon="eye"
          actions={
            <Button size="compact" onClick={onBack}>
              {t('discuss.back')}
            </Button>
          }
        >
          <p>{t('discuss.peek', { title: team.topic.title })}</p>
        </Banner>
      )}
      <div className="stage__bar">
        <span className="stage__place">{t('discuss.place', { place: place.index + 1, count })}</span>
        <SizeSwitch />
        {may.runTimer && <TopicTimer topics={topics} />}
        {may.selectTopic && (
          <>
            <Button
              appearance="subtle"
              iconBefore="arrow-left"
              disabled={!previous}
              onClick={() => previous && onChoose(previous.id)}
            >
              {t('discuss.previous')}
            </Button>
            <Button iconAfter="arrow-right" disabled={!next} onClick={() => next && onChoose(next.id)}>
              {t('discuss.next')}
            </Button>
          </>
        )}
      </div>
      <StageTopic key={topic.id} board={board} topic={topic} />
      <TopicActions key={`actions-${topic.id}`} topic={topic} />
      <RetroActions except={topic} />
    </>
  );
}
