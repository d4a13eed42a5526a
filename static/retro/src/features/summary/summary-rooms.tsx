import './summary-rooms.css';
import '../../messages/en-us/summary';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { nameOr } from '../../i18n/dates';
import type { MessageKey } from '../../i18n/t';
import { t } from '../../i18n/t';
import { Avatar } from '../../ui/avatar';
import { useRetroActionDesk } from '../actions/action-desk';
import { ActionList } from '../actions/action-list';
import { usePeople } from '../shell/use-people';
import { Facts } from './facts';
import { Topics } from './topics';
import type { Summary } from './use-summary';

/** What the close step and the summary page share: numbers, actions, topics, people. */
export function SummaryRooms({ summary }: { summary: Summary }): ReactNode {
  const desk = useRetroActionDesk();
  return (
    <>
      <Facts summary={summary} />
      <Part name="summary.actionsTitle">
        {summary.actions.length === 0 ? (
          <p className="summary__note">{t('summary.actionsNone')}</p>
        ) : (
          <ActionList actions={summary.actions} desk={desk} participants={summary.people} withTopic />
        )}
      </Part>
      <Part name="summary.topics">
        <Topics summary={summary} />
      </Part>
      <Part name="summary.attendance">
        <Attendance accountIds={summary.people} />
      </Part>
    </>
  );
}

function Part({ name, children }: { name: MessageKey; children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <section className="summary__part" aria-labelledby={id}>
      <h2 id={id} className="summary__part-title">
        {t(name)}
      </h2>
      {children}
    </section>
  );
}

function Attendance({ accountIds }: { accountIds: readonly string[] }): ReactNode {
  const people = usePeople(accountIds);
  if (people.length === 0) return <p className="summary__note">{t('summary.attendanceNone')}</p>;
  return (
    <ul className="summary__people plain-list">
      {people.map((person) => (
        <li key={person.accountId} className="summary__person">
          <Avatar person={person} size="small" beside />
          {person.name === undefined ? '' : nameOr(person.name)}
        </li>
      ))}
    </ul>
  );
}
