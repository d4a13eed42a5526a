import type { ReactNode } from 'react';
import type { Topic } from '#domain/board';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { useRetroActionDesk } from '../actions/action-desk';
import { ActionList } from '../actions/action-list';
import { useParticipants } from '../shell/use-participants';
import { actionsInOrder, cameFrom } from './actions-of';

/** The retro's action items; with `except` only those of other topics, folded away. */
export function RetroActions({ except }: { except?: Topic }): ReactNode {
  const actions = useView((view) => view.actions);
  const participants = useParticipants();
  const desk = useRetroActionDesk();
  const all = actionsInOrder(actions);
  const shown = except ? all.filter((action) => !cameFrom(action, except)) : all;
  if (shown.length === 0) return null;
  const label = except ? t('discuss.otherActions') : t('discuss.allActions');
  return (
    <details className="stage__more" open={!except}>
      <summary>
        {label} ({shown.length})
      </summary>
      <ActionList actions={shown} desk={desk} participants={participants} withTopic label={label} />
    </details>
  );
}
