import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import { nameOr } from '../../i18n/dates';
import type { AvatarPerson } from '../../ui/avatar';
import { usePage } from './page';

/** One person's name and picture, as soon as Jira has told them. */
export function usePerson(accountId: string): AvatarPerson {
  const { people } = usePage();
  const snapshot = useCallback(() => people.get(accountId), [people, accountId]);
  return useSyncExternalStore(people.subscribe, snapshot, snapshot);
}

/** Several people, in the order of their ids. */
export function usePeople(accountIds: readonly string[]): readonly AvatarPerson[] {
  const { people } = usePage();
  const last = useRef<readonly AvatarPerson[]>([]);
  const key = accountIds.join(' ');
  const snapshot = useMemo(() => {
    const ids = key === '' ? [] : key.split(' ');
    return (): readonly AvatarPerson[] => {
      const next = ids.map((id) => people.get(id));
      const before = last.current;
      const same = next.length === before.length && next.every((person, index) => person === before[index]);
      if (!same) last.current = next;
      return last.current;
    };
  }, [people, key]);
  return useSyncExternalStore(people.subscribe, snapshot, snapshot);
}

/** People's names, in the order of their ids; a word for those who left. */
export const useNames = (accountIds: readonly string[]): string[] =>
  usePeople(accountIds).map((person) => nameOr(person.name));
