/** The database itself, as a test may look at it. */
import type { Ballot } from '../../src/domain/ballot';
import type { Shard, StoredCard, StoredItem } from '../../src/domain/items';
import type { Head, Setup } from '../../src/domain/retro';
import { shardPart } from '../../src/app/live/keys';
import type { MemoryWorld } from './memory-app';
import { RETRO } from './memory-app';

const row = <T>(world: MemoryWorld, name: string): T | undefined => {
  const found = world.records.rows.get(`live/${RETRO}:${name}`);
  return found === undefined ? undefined : (JSON.parse(found) as { body: T }).body;
};

export const storedShards = (world: MemoryWorld): Shard[] =>
  Array.from({ length: 46 }, (_, n) => row<Shard>(world, shardPart(n))).filter(
    (shard): shard is Shard => shard !== undefined,
  );

export const storedItems = (world: MemoryWorld): StoredItem[] =>
  storedShards(world).flatMap((shard) => Object.values(shard.items));

export const storedCards = (world: MemoryWorld): StoredCard[] =>
  storedItems(world).filter((item): item is StoredCard => item.kind === 'card');

export const storedHeadOf = (world: MemoryWorld): Head => row<Head>(world, 'head') as Head;

export const storedSetupOf = (world: MemoryWorld): Setup => row<Setup>(world, 'setup') as Setup;

/** Ballots of one round, by pseudonym. */
export function storedBallots(world: MemoryWorld, round: number): Map<string, Ballot> {
  const prefix = `live/${RETRO}:b${round}:`;
  const ballots = new Map<string, Ballot>();
  for (const [name, value] of world.records.rows)
    if (name.startsWith(prefix)) ballots.set(name.slice(prefix.length), (JSON.parse(value) as { body: Ballot }).body);
  return ballots;
}

/** Everything stored about the retro, as text. */
export const storedText = (world: MemoryWorld): string =>
  [...world.records.rows].map(([name, value]) => `${name} ${value}`).join('\n');
