import type { ReactNode } from 'react';
import type { Topic } from '#domain/board';
import type { Voting } from '#domain/voting';
import { t } from '../../i18n/t';
import { useSession, useView } from '../../session/use-view';
import { IconButton } from '../../ui/icon-button';
import { announce } from '../../ui/live-region';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { topicVotes, voteCommand } from './my-votes';
import { Pips } from './pips';

interface Props {
  topic: Topic;
  voting: Voting;
}

const said = (votes: number): string => (votes === 0 ? t('vote.mineNone') : t('vote.mine', { count: votes }));

/** Plus and minus for my votes on a topic. A button that can do nothing stays in reach and says why. */
export function VoteButtons({ topic, voting }: Props): ReactNode {
  const session = useSession();
  // Numbers and words, not the ballot: a vote draws its own topic again, and not all of them.
  const mine = useView((view) => topicVotes(view.ballot, topic, voting).mine);
  const stop = useView((view) => topicVotes(view.ballot, topic, voting).stop);
  const mayTake = useView((view) => topicVotes(view.ballot, topic, voting).mayTake);
  const reason = stop === 'topic' ? t('vote.stopTopic', { max: voting.perTopic }) : t('vote.stopBudget');

  const change = (by: 1 | -1): void => {
    void session.send('castVote', voteCommand(session.view().ballot, topic, by));
    announce(said(mine + by));
  };
  return (
    <div className="votes" role="group" aria-label={t('vote.groupLabel', { title: topic.title })}>
      <IconButton
        icon="minus"
        plain
        appearance="default"
        className="votes__button"
        label={t('vote.take', { title: topic.title })}
        aria-disabled={!mayTake}
        onClick={mayTake ? () => change(-1) : undefined}
      />
      <Pips className="votes__pips" full={mine} of={voting.perTopic} />
      <VisuallyHidden>{said(mine)}</VisuallyHidden>
      <IconButton
        icon="add"
        plain
        appearance="default"
        className="votes__button"
        label={t('vote.add', { title: topic.title })}
        aria-disabled={stop !== null}
        title={stop ? reason : undefined}
        onClick={stop === null ? () => change(1) : () => announce(reason)}
      />
    </div>
  );
}
