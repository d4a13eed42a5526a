import type { AvatarPerson } from '../../ui/avatar';

/** A person as Jira shows them to this viewer; absent from an answer: Jira does not know them any more. */
export interface KnownPerson {
  displayName: string;
  avatarUrl?: string;
}

export interface PeopleStore {
  /** The person as known now, the same object until that changes; asks for whoever is not known yet. */
  get(accountId: string): AvatarPerson;
  /** Takes over somebody another answer told about. */
  learn(person: AvatarPerson): void;
  subscribe(listener: () => void): () => void;
}

type Resolve = (accountIds: string[]) => Promise<ReadonlyMap<string, KnownPerson>>;

const RETRY_MS = 15_000;

/** Names and pictures, asked for in bulk: everybody drawn in one moment travels in one request. Kept in memory only. */
export function createPeopleStore(resolve: Resolve): PeopleStore {
  const people = new Map<string, AvatarPerson>();
  const listeners = new Set<() => void>();
  let wanted = new Set<string>();

  const tell = (): void => listeners.forEach((listener) => listener());

  async function ask(): Promise<void> {
    const ids = [...wanted];
    wanted = new Set();
    try {
      const found = await resolve(ids);
      for (const id of ids) {
        const person = found.get(id);
        people.set(id, { accountId: id, name: person?.displayName ?? '', avatarUrl: person?.avatarUrl });
      }
      tell();
    } catch {
      // Jira did not answer: initials stay blank and it is asked again.
      setTimeout(() => ids.forEach(want), RETRY_MS);
    }
  }

  function want(id: string): void {
    if (wanted.size === 0) queueMicrotask(() => void ask());
    wanted.add(id);
  }

  return {
    get(accountId) {
      const known = people.get(accountId);
      if (known) return known;
      const blank: AvatarPerson = { accountId, name: undefined };
      people.set(accountId, blank);
      want(accountId);
      return blank;
    },
    learn(person) {
      people.set(person.accountId, person);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
