import './voting.css';
import type { ReactNode } from 'react';
import type { Topic } from '#domain/board';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { Icon } from '../../ui/icon';
import { useDesk } from '../board/desk';
import { VoteButtons } from './vote-buttons';

/** A topic's votes: my own while a round is open, everybody's once it is closed, else nothing. */
export function TopicVotes({ topic }: { topic: Topic }): ReactNode {
  const { step } = useDesk();
  // Cards of the other steps have nothing to hear about votes.
  return step === 'vote' || step === 'discuss' || step === 'close' ? <VotesNow topic={topic} /> : null;
}

function VotesNow({ topic }: { topic: Topic }): ReactNode {
  const { may, step, revealed } = useDesk();
  const voting = useView((view) => view.head.voting);
  const known = useView((view) => view.result !== undefined);
  const open = voting?.state === 'open';
  if (open) {
    const votes = step === 'vote' && may.castVote && revealed.includes(topic.column);
    return votes ? <VoteButtons topic={topic} voting={voting} /> : null;
  }
  return known ? <VoteCount votes={topic.votes} /> : null;
}

/** How many votes a topic got. */
export function VoteCount({ votes }: { votes: number }): ReactNode {
  return (
    <span className="votes__count" data-none={votes === 0 ? '' : undefined}>
      <Icon name="vote" size={12} />
      {t('vote.votes', { count: votes })}
    </span>
  );
}
