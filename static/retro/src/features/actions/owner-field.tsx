import type { ReactNode } from 'react';
import { nameOr } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { Avatar } from '../../ui/avatar';
import type { AvatarPerson } from '../../ui/avatar';
import { Combobox } from '../../ui/combobox';
import type { ComboboxOption } from '../../ui/combobox';
import { usePage } from '../shell/page';
import { usePeople, usePerson } from '../shell/use-people';

interface Props {
  label?: string;
  owner: string | null;
  onOwner: (accountId: string | null) => void;
  /** People to suggest before anything is typed: who takes part. */
  first: readonly string[];
  error?: string | null | undefined;
  required?: boolean;
}

const optionOf = (person: AvatarPerson): ComboboxOption => ({
  id: person.accountId,
  label: nameOr(person.name),
  before: <Avatar person={person} size="small" beside />,
});

/** Who will do it: the people of the retro first, then whom Jira would let be assigned. */
export function OwnerField({ label, owner, onOwner, first, error, required }: Props): ReactNode {
  const page = usePage();
  const suggested = usePeople(first);
  const chosen = usePerson(owner ?? page.accountId);

  const find = async (query: string): Promise<ComboboxOption[]> => {
    const wanted = query.trim().toLocaleLowerCase();
    const near = suggested.filter((person) => person.name?.toLocaleLowerCase().includes(wanted));
    if (wanted === '' && near.length > 0) return near.map(optionOf);
    const others = await page.findPeople(query).catch((): readonly AvatarPerson[] => []);
    others.forEach((person) => page.people.learn(person));
    const known = new Set(near.map((person) => person.accountId));
    return [...near, ...others.filter((person) => !known.has(person.accountId))].map(optionOf);
  };

  return (
    <Combobox
      label={label ?? t('action.owner')}
      placeholder={t('action.ownerSearch')}
      value={owner === null ? null : optionOf(chosen)}
      onValue={(option) => onOwner(option?.id ?? null)}
      find={find}
      error={error}
      {...(required ? { required } : {})}
    />
  );
}
