import './retro-header.css';
import { useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { IconButton } from '../../ui/icon-button';
import { Icon } from '../../ui/icon';
import { Menu } from '../../ui/menu';
import type { MenuItem } from '../../ui/menu-entry';
import { Tooltip } from '../../ui/tooltip';
import { ConnectionState } from './connection-state';
import { laterDialog } from './later';
import { RouteLink, useGo } from './navigation';
import { Presence } from './presence';
import { rooms } from './rooms';
import { TimerDisplay } from './timer-display';
import { Tray } from './tray';
import { useCopyLink } from './use-copy-link';

const SetupDialog = laterDialog(async () => (await rooms.setup()).SetupDialog);

interface Props {
  heading: RefObject<HTMLHeadingElement>;
}

/** What stays in sight in every step: title, people, timer, connection. */
export function RetroHeader({ heading }: Props): ReactNode {
  const title = useView((view) => view.setup.title);
  const head = useView((view) => view.head);
  const anonymity = useView((view) => view.head.anonymity);
  const may = useView((view) => view.abilities);
  const [editing, setEditing] = useState(false);
  const go = useGo();
  const copyLink = useCopyLink(head.retroId);

  const items: MenuItem[] = [
    { id: 'link', label: t('shell.copyLink'), icon: 'link', onSelect: copyLink },
    {
      id: 'summary',
      label: t('shell.summary'),
      icon: 'board',
      onSelect: () => go({ name: 'summary', retroId: head.retroId }),
    },
    ...(may.configure
      ? [{ id: 'setup', label: t('shell.settings'), icon: 'settings' as const, onSelect: () => setEditing(true) }]
      : []),
  ];

  return (
    <header className="retro-header">
      <div className="retro-header__name">
        <RouteLink to={{ name: 'home', teamId: head.teamId }} className="retro-header__home">
          <Icon name="arrow-left" />
          <span className="retro-header__home-word">{t('shell.home')}</span>
        </RouteLink>
        <h1 ref={heading} tabIndex={-1} className="retro-header__title">
          {title}
        </h1>
        <Tooltip text={t(`anonymity.${anonymity}.hint`)}>
          <span className="retro-header__mode" tabIndex={0}>
            <Icon name={anonymity === 'named' ? 'person' : 'mask'} size={12} />
            <span className="retro-header__mode-word">{t(`anonymity.${anonymity}`)}</span>
          </span>
        </Tooltip>
      </div>
      <div className="retro-header__state">
        <Tray />
        <TimerDisplay />
        <ConnectionState />
        <Presence />
        <Menu
          trigger={<IconButton icon="more" label={t('shell.menu')} />}
          label={t('shell.menu')}
          items={items}
          align="end"
        />
      </div>
      {editing && <SetupDialog onClose={() => setEditing(false)} />}
    </header>
  );
}
