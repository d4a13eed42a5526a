import type { ReactNode } from 'react';
import type { PublicAction } from '#domain/action-item';
import { daysUntil, dueOf, nameOr } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { usePerson } from '../shell/use-people';

interface Props {
  action: PublicAction;
  /** Epoch milliseconds of the server. */
  now: number;
  withTopic: boolean;
}

/** Owner, due date and origin of an action item, in one quiet line. */
export function ActionFacts({ action, now, withTopic }: Props): ReactNode {
  return (
    <p className="action__facts">
      {action.owner === null ? (
        <span className="action__fact">
          <Icon name="person" size={12} />
          {t('action.ownerNone')}
        </span>
      ) : (
        <Owner accountId={action.owner} />
      )}
      {action.due !== null && <Due due={action.due} open={action.state === 'open'} now={now} />}
      {withTopic && action.topicTitle !== '' && (
        <span className="action__fact">{t('action.from', { topic: action.topicTitle })}</span>
      )}
    </p>
  );
}

function Owner({ accountId }: { accountId: string }): ReactNode {
  const person = usePerson(accountId);
  return (
    <span className="action__fact">
      <Avatar person={person} size="small" beside />
      {person.name === undefined ? null : nameOr(person.name)}
    </span>
  );
}

function Due({ due, open, now }: { due: string; open: boolean; now: number }): ReactNode {
  const overdue = open && daysUntil(due, now) < 0;
  const day = dueOf(due, now);
  return (
    <span className="action__fact" data-overdue={overdue ? '' : undefined}>
      <Icon name="calendar" size={12} />
      {t(overdue ? 'action.overdue' : 'action.dueOn', { day })}
    </span>
  );
}
