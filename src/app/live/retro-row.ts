import type { Head, Setup } from '#domain/retro';
import type { Change, StoredRecord } from '../ports/records';
import type { Document } from './document';
import { retroKey } from './keys';

/** What the list of retros shows, so that no list ever reads a board. */
export interface RetroRowBody {
  title: string;
  format: string;
  facilitators: string[];
  cards: number | null;
  actions: number | null;
  participants: number | null;
}

export type RowCounts = Pick<RetroRowBody, 'cards' | 'actions' | 'participants'>;

const UNKNOWN: RowCounts = { cards: null, actions: null, participants: null };

/** The list's record of a retro. `at`: minutes since the epoch, of the last change of state. */
export function retroRow(head: Head, setup: Setup, counts: RowCounts = UNKNOWN): StoredRecord {
  const body: RetroRowBody = { title: setup.title, format: setup.format, facilitators: head.facilitators, ...counts };
  const at = setup.closedAt ?? setup.startedAt ?? setup.createdAt;
  return {
    rev: 1,
    body,
    attributes: { teamId: head.teamId, state: head.state, projectId: head.projectId, at: Math.floor(at / 60_000) },
  };
}

/**
 * The row that goes with a changed document, if what it shows changed. Unconditional: the head's own condition in the
 * same transaction orders the writers.
 */
export function rowChange(doc: Document): Change | null {
  if (!doc.has('setup') || !doc.changedParts().includes('head')) return null;
  const [head, before] = [doc.head, doc.headBefore];
  const same =
    head.state === before.state &&
    head.facilitators.join() === before.facilitators.join() &&
    doc.setup.title === doc.setupBefore.title;
  return same ? null : { op: 'set', at: retroKey(doc.retroId), record: retroRow(head, doc.setup) };
}
