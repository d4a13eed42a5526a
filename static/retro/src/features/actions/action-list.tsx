import './actions.css';
import type { ReactNode } from 'react';
import type { PublicAction } from '#domain/action-item';
import { t } from '../../i18n/t';
import type { ActionDesk } from './action-desk';
import { ActionRow } from './action-row';

interface Props {
  actions: readonly PublicAction[];
  desk: ActionDesk;
  /** Suggested as owners when one is edited. */
  participants: readonly string[];
  /** Says of each from which topic it came. */
  withTopic?: boolean;
  label?: string;
}

/** Action items with owner, due date and Jira issue: changed, done, dropped and filed where they stand. */
export function ActionList({ actions, desk, participants, withTopic = false, label }: Props): ReactNode {
  return (
    <ul className="actions" aria-label={label ?? t('action.list')}>
      {actions.map((action) => (
        <ActionRow key={action.id} action={action} desk={desk} participants={participants} withTopic={withTopic} />
      ))}
    </ul>
  );
}
