import './lobby.css';
import '../../messages/en-us/lobby';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { must } from '#domain/assert';
import { listOf, nameOr } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { useSession, useView } from '../../session/use-view';
import { Avatar } from '../../ui/avatar';
import type { AvatarPerson } from '../../ui/avatar';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { showFlag } from '../../ui/flags';
import { Icon } from '../../ui/icon';
import { announce } from '../../ui/live-region';
import { TablePicture } from '../../ui/pictures/table-picture';
import { FormatPreview } from '../home/format-preview';
import { useCopyLink } from '../shell/use-copy-link';
import { sayRefusal } from '../shell/say-refusal';
import { useParticipants } from '../shell/use-participants';
import { useNames, usePeople } from '../shell/use-people';
import { Agreement } from './agreement';

/** Where people gather: who is here, what will happen, and how safe it is. */
export function Lobby(): ReactNode {
  const draft = useView((view) => view.head.state === 'draft');
  return (
    <div className="lobby">
      {draft && <DraftBanner />}
      <div className="lobby__rooms">
        <WhoIsHere />
        <div className="lobby__about">
          <Format />
          <Safety />
          <Agreement />
        </div>
      </div>
    </div>
  );
}

function DraftBanner(): ReactNode {
  const session = useSession();
  const may = useView((view) => view.abilities.configure);
  const open = async (): Promise<void> => {
    const outcome = await session.send('configureRetro', { open: true });
    if (outcome.ok) showFlag({ title: t('lobby.opened') });
    else sayRefusal(outcome.refusal);
  };
  return (
    <Banner
      tone="neutral"
      icon="eye-off"
      actions={
        may && (
          <Button size="compact" onClick={() => void open()}>
            {t('lobby.openLobby')}
          </Button>
        )
      }
    >
      <p>{t('lobby.draft')}</p>
    </Banner>
  );
}

/** Says who comes in, but not who was there before this person. */
function useArrivals(people: readonly AvatarPerson[]): void {
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const named = people.filter((person) => person.name !== undefined);
    if (known.current === null) {
      known.current = new Set(people.map((person) => person.accountId));
      return;
    }
    const seen = must(known.current, 'people seen');
    for (const person of named.filter(({ accountId }) => !seen.has(accountId))) {
      seen.add(person.accountId);
      announce(t('lobby.arrived', { name: nameOr(person.name) }));
    }
  }, [people]);
}

function WhoIsHere(): ReactNode {
  const people = usePeople(useParticipants());
  const retroId = useView((view) => view.head.retroId);
  const copyLink = useCopyLink(retroId);
  useArrivals(people);
  return (
    <section className="lobby__here">
      <TablePicture />
      <h2 className="lobby__count">
        {people.length > 0 ? t('lobby.here', { count: people.length }) : t('lobby.hereNobody')}
      </h2>
      <Waiting />
      <Faces people={people} />
      <div className="lobby__invite">
        <Button iconBefore="link" onClick={copyLink}>
          {t('shell.copyLink')}
        </Button>
        <p className="lobby__hint">{t('lobby.inviteHint')}</p>
      </div>
    </section>
  );
}

function Faces({ people }: { people: readonly AvatarPerson[] }): ReactNode {
  const facilitators = useView((view) => view.head.facilitators);
  const me = useView((view) => view.me.accountId);
  return (
    <ul className="lobby__faces plain-list">
      {people.map((person) => {
        const leads = facilitators.includes(person.accountId);
        return (
          <li key={person.accountId} className="lobby__face">
            <Avatar person={person} size="xlarge" lead={leads} beside />
            <span className="lobby__name">
              {person.name === undefined ? '' : nameOr(person.name)}
              {person.accountId === me && ` ${t('lobby.you')}`}
            </span>
            {leads && <span className="lobby__role">{t('shell.facilitator')}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Waiting(): ReactNode {
  const leads = useView((view) => view.abilities.advanceStep);
  const names = useNames(useView((view) => view.head.facilitators));
  if (leads) return <p className="lobby__hint">{t('lobby.ready')}</p>;
  return <p className="lobby__hint">{t('lobby.waiting', { names: listOf(names) })}</p>;
}

function Format(): ReactNode {
  const columns = useView((view) => view.setup.columns);
  const { budget, perTopic } = useView((view) => view.setup.votes);
  return (
    <section className="lobby__block">
      <h2 className="lobby__title">{t('lobby.format')}</h2>
      <ul className="lobby__columns plain-list">
        {columns.map((column) => (
          <li key={column.id} className="lobby__column">
            <FormatPreview columns={[column]} />
            <span>
              <strong className="lobby__column-name">{column.name}</strong>
              <span className="lobby__prompt">{column.prompt}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="lobby__hint">{t('lobby.votes', { count: budget, max: perTopic })}</p>
    </section>
  );
}

function Safety(): ReactNode {
  const anonymity = useView((view) => view.head.anonymity);
  return (
    <section className="lobby__block">
      <h2 className="lobby__title">{t('lobby.anonymity')}</h2>
      <p className="lobby__mode">
        <Icon name={anonymity === 'named' ? 'person' : 'mask'} />
        {t(`anonymity.${anonymity}`)}
      </p>
      <p className="lobby__text">{t(`anonymity.${anonymity}.hint`)}</p>
      <p className="lobby__hint">{t('anonymity.fixed')}</p>
    </section>
  );
}
