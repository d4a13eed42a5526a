import type { ReactNode } from 'react';
import { nameOr } from '../../i18n/dates';
import { Avatar } from '../../ui/avatar';
import { usePerson } from '../shell/use-people';

/** Who signed a card. */
export function CardAuthor({ accountId }: { accountId: string }): ReactNode {
  const person = usePerson(accountId);
  return (
    <span className="card__author">
      <Avatar person={person} size="small" beside />
      {person.name === undefined ? null : nameOr(person.name)}
    </span>
  );
}
