import type { ReactNode } from 'react';
import type { Topic } from '#domain/board';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { VoteCount } from '../voting/topic-votes';

interface Props {
  topics: readonly Topic[];
  /** The topic this person sees, and the one the team is at. */
  shown: string | null;
  team: string | null;
  onChoose: (topic: string) => void;
}

/** Every topic in the order of discussion. */
export function TopicList({ topics, shown, team, onChoose }: Props): ReactNode {
  const known = useView((view) => view.result !== undefined);
  return (
    <ol className="discuss__list">
      {topics.map((topic, i) => (
        <li key={topic.id}>
          <button
            type="button"
            className="discuss__topic"
            aria-current={topic.id === shown ? 'true' : undefined}
            data-team={topic.id === team ? '' : undefined}
            onClick={() => onChoose(topic.id)}
          >
            <span className="discuss__place" aria-hidden="true">
              {i + 1}
            </span>
            <span className="discuss__title">
              {topic.title}
              {topic.id === team && <VisuallyHidden>, {t('discuss.now')}</VisuallyHidden>}
            </span>
            {known && topic.votes > 0 && <VoteCount votes={topic.votes} />}
          </button>
        </li>
      ))}
    </ol>
  );
}
