import '../../messages/en-us/home';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Team } from '#domain/team';
import { t } from '../../i18n/t';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';
import type { MenuItem } from '../../ui/menu-entry';
import { useGo } from '../shell/navigation';
import { NewTeamDialog } from '../team/new-team-dialog';

interface Props {
  teams: readonly Team[];
  team: Team;
  mayChange: boolean;
}

/** Which team's retros are shown, and the way to its settings. */
export function TeamMenu({ teams, team, mayChange }: Props): ReactNode {
  const go = useGo();
  const [creating, setCreating] = useState(false);
  const items: MenuItem[] = [
    { id: 'heading', kind: 'heading', label: t('home.teams') },
    ...teams.map((other): MenuItem => ({
      id: other.id,
      label: other.name,
      checked: other.id === team.id,
      onSelect: () => go({ name: 'home', teamId: other.id }),
    })),
    { id: 'rule', kind: 'rule' },
    {
      id: 'settings',
      label: t('home.teamSettings'),
      icon: 'settings',
      onSelect: () => go({ name: 'team', teamId: team.id }),
    },
    ...(mayChange
      ? [{ id: 'new', label: t('home.newTeam'), icon: 'add' as const, onSelect: () => setCreating(true) }]
      : []),
  ];
  return (
    <>
      <Menu
        trigger={
          <Button iconBefore="people" iconAfter="chevron-down">
            {team.name}
          </Button>
        }
        label={t('home.team')}
        items={items}
      />
      {creating && <NewTeamDialog onClose={() => setCreating(false)} />}
    </>
  );
}
