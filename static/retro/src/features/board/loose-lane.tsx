import type { ReactNode } from 'react';
import type { Topic } from '#domain/board';
import { t } from '../../i18n/t';
import { TopicCard } from './topic-card';

interface Props {
  topics: readonly Topic[];
  revealed: readonly string[];
}

/** Cards whose column is gone: nothing is lost with a column. */
export function LooseLane({ topics, revealed }: Props): ReactNode {
  return (
    <section className="lane" aria-label={t('board.looseName')}>
      <header className="lane__head">
        <div className="lane__line">
          <h3 className="lane__name">{t('board.looseName')}</h3>
          <span className="lane__count">{topics.length}</span>
        </div>
        <p className="lane__prompt">{t('board.loosePrompt')}</p>
      </header>
      <ul className="lane__cards">
        {topics.map((topic) => (
          <TopicCard key={topic.id} topic={topic} place={0} faceUp={revealed.includes(topic.column)} pending={false} />
        ))}
      </ul>
    </section>
  );
}
