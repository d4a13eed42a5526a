import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { AvatarStack } from '../../ui/avatar';
import { useParticipants } from './use-participants';
import { usePeople } from './use-people';

/** Who takes part, as faces. */
export function Presence(): ReactNode {
  const people = usePeople(useParticipants());
  if (people.length === 0) return null;
  return <AvatarStack people={people} max={5} size="small" label={t('shell.participants', { count: people.length })} />;
}
