import './discuss.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Board } from '#domain/board';
import { agendaOfTopics } from '#domain/board';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { EmptyState } from '../../ui/empty-state';
import { announce } from '../../ui/live-region';
import { useDesk } from '../board/desk';
import { NoTopic } from './no-topic';
import { RetroActions } from './retro-actions';
import { Stage } from './stage';
import { TopicList } from './topic-list';
import { placeOf } from './topic-place';
import type { TopicPlace } from './topic-place';

/** Topics in the order of votes; the one being discussed stands large before everybody. */
export function Discussion({ board }: { board: Board }): ReactNode {
  const { may, session, revealed } = useDesk();
  const teamCard = useView((view) => view.head.topic);
  const sorted = useView((view) => view.result !== undefined);
  const [peeked, setPeeked] = useState<string | null>(null);
  const topics = useMemo(
    () => agendaOfTopics(board).filter((topic) => revealed.includes(topic.column)),
    [board, revealed],
  );
  const team = placeOf(topics, teamCard);
  const shown = placeOf(topics, peeked) ?? team;
  const idOf = (place: TopicPlace | null): string | null => place?.topic.id ?? null;
  useSpokenTopic(team ? team.topic.title : null);
  // The team moved on: whoever read ahead is brought along.
  useEffect(() => setPeeked(null), [teamCard]);

  const choose = (card: string): void => {
    if (may.selectTopic) void session.send('selectTopic', { card });
    else setPeeked(card);
  };

  if (topics.length === 0) return <NothingToDiscuss />;
  return (
    <div className="discuss">
      <section className="discuss__topics">
        <h3 className="discuss__heading">{t(sorted ? 'discuss.topics' : 'discuss.topicsPlain')}</h3>
        <TopicList topics={topics} shown={idOf(shown)} team={idOf(team)} onChoose={choose} />
      </section>
      <div className="stage">
        {shown ? (
          <Stage
            board={board}
            place={shown}
            count={topics.length}
            topics={topics}
            team={team}
            onChoose={choose}
            onBack={() => setPeeked(null)}
          />
        ) : (
          <NoTopic first={topics[0]} onChoose={choose} />
        )}
      </div>
    </div>
  );
}

/** Says what is discussed now, when that changes. */
function useSpokenTopic(title: string | null): void {
  const before = useRef(title);
  useEffect(() => {
    if (title !== null && title !== before.current) announce(t('discuss.nowAt', { title }));
    before.current = title;
  }, [title]);
}

function NothingToDiscuss(): ReactNode {
  return (
    <>
      <EmptyState title={t('discuss.empty')} level={3}>
        <p>{t('discuss.emptyHint')}</p>
      </EmptyState>
      <RetroActions />
    </>
  );
}
