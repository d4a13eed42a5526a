import type { PublicCard, PublicItem } from '#domain/present-retro';
import type { PublicHead, PublicSetup } from '#domain/retro';
import type { PublicAction } from '#domain/action-item';

/** Revisions somebody knows: head, setup, then shard 0, 1, ...; -1 for unknown. */
export type Revisions = number[];

/** One change of a shard: the revision it led to and the items it touched, as everybody may see them. */
export interface ShardChange {
  rev: number;
  items: PublicItem[];
}

/**
 * What a retro's channel carries. A hint, never the truth: it may be lost, doubled or overtaken.
 * Holds only facts everybody may know, under 8 KB.
 */
export interface RetroEvent {
  v: number;
  retroId: string;
  what: 'changed' | 'texts' | 'votes' | 'beat' | 'actions';
  /** The commands it tells about: their authors need not announce them again. */
  commands?: string[];
  head?: { rev: number; value: PublicHead };
  setup?: { rev: number; value: PublicSetup };
  shards?: { shard: number; rev: number; tail: ShardChange[] }[];
  /** Texts of cards that have just been revealed. */
  texts?: PublicCard[];
  /** How many votes a participant, named only by a tag of this round, has used. */
  votes?: { round: number; tag: string; used: number };
  /** Action items as they are now, by their id on the board. */
  actions?: Record<string, PublicAction>;
  revisions: Revisions;
  /** Server time of sending, epoch milliseconds. */
  at: number;
}
