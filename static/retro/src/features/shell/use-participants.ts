import { useRef } from 'react';
import type { PublicItem } from '#domain/present-retro';
import { useView } from '../../session/use-view';

const known = new WeakMap<ReadonlyMap<string, PublicItem>, readonly string[]>();

/** Accounts of those who take part, sorted so that the list tells nothing about who came when. */
export function participantsOf(items: ReadonlyMap<string, PublicItem>): readonly string[] {
  const before = known.get(items);
  if (before) return before;
  const accounts: string[] = [];
  for (const item of items.values()) if (item.kind === 'participant') accounts.push(item.accountId);
  accounts.sort();
  known.set(items, accounts);
  return accounts;
}

/** Who takes part; the same array until somebody joins or is removed. */
export function useParticipants(): readonly string[] {
  const accounts = useView((view) => participantsOf(view.items));
  const last = useRef(accounts);
  const same = last.current.length === accounts.length && last.current.every((id, index) => id === accounts[index]);
  if (!same) last.current = accounts;
  return last.current;
}
