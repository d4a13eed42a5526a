import type { PublicItem } from '#domain/present-retro';
import type { Replica } from './replica';

const found = new WeakMap<ReadonlyMap<string, PublicItem>, readonly string[]>();

function inShard(shard: ReadonlyMap<string, PublicItem>): readonly string[] {
  const known = found.get(shard);
  if (known) return known;
  const accounts: string[] = [];
  for (const item of shard.values()) if (item.kind === 'participant') accounts.push(item.accountId);
  found.set(shard, accounts);
  return accounts;
}

/** Accounts of those who take part; looked up again only in shards that changed. */
export const participantsOf = (replica: Replica): string[] =>
  replica.items(replica.head?.value ?? null).flatMap(inShard);
