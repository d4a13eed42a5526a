import './topics.css';
import '../../messages/en-us/summary';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Column } from '#domain/column';
import type { Topic } from '#domain/board';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { Button } from '../../ui/button';
import { FormatPreview } from '../home/format-preview';
import type { Summary } from './use-summary';

/** How many topics are shown before somebody asks for the rest. */
const FIRST = 10;

/** What the team talked about, by votes. */
export function Topics({ summary }: { summary: Summary }): ReactNode {
  const columns = useView((view) => view.setup.columns);
  const [all, setAll] = useState(false);
  const { topics, concealed, voted } = summary;
  const shown = all ? topics : topics.slice(0, FIRST);
  const rest = topics.length - shown.length;
  return (
    <>
      {topics.length === 0 && <p className="topics__note">{t('summary.topicsNone')}</p>}
      <ol className="topics plain-list">
        {shown.map((topic) => (
          <TopicRow key={topic.id} topic={topic} voted={voted} column={columns.find(({ id }) => id === topic.column)} />
        ))}
      </ol>
      {rest > 0 && (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {t('summary.moreTopics', { count: rest })}
        </Button>
      )}
      {concealed > 0 && <p className="topics__note">{t('summary.concealed', { count: concealed })}</p>}
    </>
  );
}

interface RowProps {
  topic: Topic;
  voted: boolean;
  column: Column | undefined;
}

function TopicRow({ topic, voted, column }: RowProps): ReactNode {
  const [first, ...others] = topic.cards;
  const grouped = others.length > 0;
  return (
    <li className="topics__topic">
      {voted && (
        <span className="topics__votes" data-none={topic.votes === 0 ? '' : undefined}>
          <span aria-hidden="true">{topic.votes}</span>
          <span className="visually-hidden">{t('summary.topicVotes', { count: topic.votes })}</span>
        </span>
      )}
      <div className="topics__words">
        {grouped ? <h3 className="topics__title">{topic.title}</h3> : <p className="topics__card">{first?.text}</p>}
        {grouped && (
          <ul className="topics__cards">
            {topic.cards.map((card) => card.text !== null && <li key={card.id}>{card.text}</li>)}
          </ul>
        )}
      </div>
      {column && (
        <span className="topics__column">
          <FormatPreview columns={[column]} />
          {column.name}
        </span>
      )}
    </li>
  );
}
