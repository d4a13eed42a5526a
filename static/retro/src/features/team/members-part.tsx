import '../../messages/en-us/team';
import type { ReactNode } from 'react';
import { MEMBERS_MAX } from '#domain/team';
import { nameOr } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { Avatar } from '../../ui/avatar';
import type { AvatarPerson } from '../../ui/avatar';
import type { ComboboxOption } from '../../ui/combobox';
import { Combobox } from '../../ui/combobox';
import { IconButton } from '../../ui/icon-button';
import { announce } from '../../ui/live-region';
import { usePage } from '../shell/page';
import { usePeople } from '../shell/use-people';
import { Part } from './part';

interface Props {
  members: readonly string[];
  onMembers: (members: string[]) => void;
}

const optionOf = (person: AvatarPerson): ComboboxOption => ({
  id: person.accountId,
  label: nameOr(person.name),
  before: <Avatar person={person} size="small" beside />,
});

/** Who belongs to the team: whoever took part, and whoever was added here. */
export function MembersPart({ members, onMembers }: Props): ReactNode {
  const page = usePage();
  const people = usePeople(members);

  const find = async (query: string): Promise<ComboboxOption[]> => {
    const found = await page.findPeople(query);
    const others = found.filter((person) => !members.includes(person.accountId));
    others.forEach((person) => page.people.learn(person));
    return others.map(optionOf);
  };
  const add = (option: ComboboxOption | null): void => {
    if (option && !members.includes(option.id)) onMembers([...members, option.id].sort());
  };
  const remove = (person: AvatarPerson): void => {
    onMembers(members.filter((id) => id !== person.accountId));
    announce(t('team.removed', { name: nameOr(person.name) }));
  };

  return (
    <Part title={t('team.members')} hint={t('team.membersHint')}>
      {people.length === 0 && <p className="team__none">{t('team.membersNone')}</p>}
      <ul className="team__members plain-list">
        {people.map((person) => (
          <li key={person.accountId} className="team__member">
            <Avatar person={person} beside />
            <span className="team__member-name">{person.name === undefined ? '' : nameOr(person.name)}</span>
            <IconButton
              icon="close"
              size="compact"
              label={t('team.removeMember', { name: nameOr(person.name) })}
              onClick={() => remove(person)}
            />
          </li>
        ))}
      </ul>
      {members.length < MEMBERS_MAX && (
        <Combobox
          label={t('team.addMember')}
          placeholder={t('team.addMemberPlaceholder')}
          value={null}
          onValue={add}
          find={find}
          clears
        />
      )}
    </Part>
  );
}
