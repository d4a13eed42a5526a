import './open-actions.css';
import '../../messages/en-us/home';
import { useCallback, useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { PublicAction } from '#domain/action-item';
import type { Team } from '#domain/team';
import { t } from '../../i18n/t';
import { usePageActionDesk } from '../actions/action-desk';
import { ActionList } from '../actions/action-list';

/** At most so many come with the page. */
const SHOWN = 50;

interface Props {
  actions: readonly PublicAction[];
  team: Team;
}

/** What the team has agreed to do and not done yet, overdue first; what is settled here stays in its place until the next visit. */
export function OpenActions({ actions, team }: Props): ReactNode {
  const id = useId();
  const [changed, setChanged] = useState<ReadonlyMap<string, PublicAction>>(new Map());
  const learn = useCallback(
    (action: PublicAction) => setChanged((before) => new Map(before).set(action.id, action)),
    [],
  );
  const desk = usePageActionDesk(learn);
  return (
    <section className="open-actions" aria-labelledby={id}>
      <h2 id={id} className="home__section-title">
        {t('home.actions')}
      </h2>
      {actions.length === 0 ? (
        <p className="open-actions__empty">{t('home.actionsEmpty')}</p>
      ) : (
        <ActionList
          actions={actions.map((action) => changed.get(action.id) ?? action)}
          desk={desk}
          participants={team.members}
        />
      )}
      {actions.length >= SHOWN && (
        <p className="open-actions__empty">{t('home.actionsMore', { count: actions.length })}</p>
      )}
    </section>
  );
}
