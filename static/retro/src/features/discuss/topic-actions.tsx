import type { ReactNode } from 'react';
import type { Topic } from '#domain/board';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { useRetroActionDesk } from '../actions/action-desk';
import { ActionList } from '../actions/action-list';
import { useParticipants } from '../shell/use-participants';
import { actionsInOrder, cameFrom } from './actions-of';
import { AddAction } from './add-action';

/** What will be done about a topic. */
export function TopicActions({ topic }: { topic: Topic }): ReactNode {
  const actions = useView((view) => view.actions);
  const participants = useParticipants();
  const desk = useRetroActionDesk();
  const mine = actionsInOrder(actions).filter((action) => cameFrom(action, topic));
  return (
    <section className="stage__actions">
      <h4 className="stage__actions-head">{t('discuss.actions')}</h4>
      {mine.length === 0 ? (
        <p className="stage__none">{t('discuss.noActions')}</p>
      ) : (
        <ActionList actions={mine} desk={desk} participants={participants} label={t('discuss.actions')} />
      )}
      <AddAction topic={topic} />
    </section>
  );
}
