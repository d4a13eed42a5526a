import { participantItemId, shardOfItem } from '#domain/ids';
import type { Column } from '#domain/column';
import type { Head, Setup } from '#domain/retro';
import type { Commands } from '#contract/commands';
import type { Result } from '#domain/result';
import { ok, refuse } from '#domain/result';
import { TITLE_MAX, acceptLine, cleanText } from '#domain/text';
import { shardPart } from '../live/keys';
import type { CommandRule } from './command';
import { done } from './command';

/** Enlarges a topic for everybody; null puts it back. */
export const selectTopic: CommandRule<'selectTopic'> = {
  parts: () => [],
  may: 'selectTopic',
  decide({ doc }, { card }) {
    if (doc.head.topic !== card) doc.setHead({ ...doc.head, topic: card });
    return done();
  },
};

/** Gives facilitation to another participant, or shares it. */
export const handOver: CommandRule<'handOver'> = {
  parts: (payload) => [shardPart(shardOfItem(participantItemId(payload.to))), 'setup'],
  may: 'handOver',
  decide({ doc, caller }, { to, keep }) {
    const item = doc.item(participantItemId(to));
    if (item?.kind !== 'participant' || item.accountId !== to) return refuse('participant/not-joined');
    const others = doc.head.facilitators.filter((id) => id !== to && (keep || id !== caller.accountId));
    doc.setHead({ ...doc.head, facilitators: [...others, to].sort() });
    return done();
  },
};

/** As the wire's schema has it. */
const COLUMN_NAME_MAX = 40;

/** Title, mode, columns, votes and agenda before the retro starts; a draft opens its lobby. */
export const configureRetro: CommandRule<'configureRetro'> = {
  parts: () => ['setup'],
  may: 'configure',
  decide({ doc, now }, payload) {
    const setup = configured(doc.setup, payload);
    if (!setup.ok) return setup;
    const head = doc.head;
    const first = setup.value.agenda[0];
    const next: Head = {
      ...head,
      anonymity: payload.anonymity ?? head.anonymity,
      state: payload.open && head.state === 'draft' ? 'lobby' : head.state,
      step: first ? { id: first.id, kind: first.kind } : head.step,
      columns: setup.value.columns.map((column) => column.id),
      touchedAt: now,
    };
    doc.setHead(next);
    doc.setSetup(setup.value);
    return done();
  },
};

const unique = (ids: string[]): boolean => new Set(ids).size === ids.length;

function cleanColumns(columns: readonly Column[]): Result<Column[]> {
  const clean: Column[] = [];
  for (const column of columns) {
    const name = acceptLine(column.name, COLUMN_NAME_MAX);
    if (!name.ok) return name;
    clean.push({ ...column, name: name.value, prompt: cleanText(column.prompt) });
  }
  return ok(clean);
}

function configured(setup: Setup, change: Commands['configureRetro']): Result<Setup> {
  const next = { ...setup };
  if (change.title !== undefined) {
    const title = acceptLine(change.title, TITLE_MAX);
    if (!title.ok) return title;
    next.title = title.value;
  }
  if (change.columns) {
    const columns = cleanColumns(change.columns);
    if (!columns.ok) return columns;
    next.columns = columns.value;
  }
  if (change.agenda) next.agenda = change.agenda;
  if (change.votes) next.votes = change.votes;
  if (!unique(next.columns.map((c) => c.id)) || !unique(next.agenda.map((s) => s.id)))
    return refuse('payload/invalid', { at: 'id' });
  return ok(next);
}
