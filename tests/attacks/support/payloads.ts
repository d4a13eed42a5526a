import fc from 'fast-check';
import type { Api, ApiName } from '#contract/api';
import type { CommandName, Commands } from '#contract/commands';
import { freshId } from './voice';

/** Real ids, as an attacker who saw a page might know them. */
export interface Loot {
  retroId: string;
  teamId: string;
  /** A ticket of somebody else's. */
  ticket: string;
  card: string;
  other: string;
  /** Of the team's list. */
  action: string;
  column: string;
  account: string;
}

const commandsOf = ({ card, other, column, action, account }: Loot): { [Name in CommandName]: Commands[Name] } => ({
  addCard: { shard: 3, column, text: 'A card' },
  editCard: { card, text: 'Another text' },
  deleteCard: { card },
  restoreCard: { card },
  moveCard: { card, column },
  groupCards: { cards: [card], onto: other, group: `04-${freshId()}` },
  ungroupCards: { cards: [card] },
  renameGroup: { group: card, title: 'A title' },
  revealCards: { columns: [column] },
  concealCards: { columns: [column] },
  advanceStep: { step: 'group' },
  startTimer: { seconds: 60 },
  pauseTimer: {},
  resumeTimer: {},
  extendTimer: { seconds: -30 },
  stopTimer: {},
  openVoting: { budget: 5, perTopic: 3 },
  castVote: { card, count: 1 },
  closeVoting: {},
  selectTopic: { card },
  handOver: { to: account, keep: true },
  configureRetro: {
    title: 'Renamed',
    anonymity: 'named',
    votes: { budget: 3, perTopic: 2 },
    columns: [{ id: column, name: 'Keep', prompt: '', color: 'teal' }],
    agenda: [{ id: 'collect', kind: 'collect', minutes: 3 }],
  },
  createActionItem: { shard: 2, topic: card, topicTitle: 'Topic', text: 'Do it', owner: account, due: '2026-12-24' },
  changeActionItem: { action, text: 'Do it well', owner: null, due: null, state: 'done' },
  closeRetro: {},
  reopenRetro: {},
});

/** One valid request for every resolver key, and one per command. */
export function validRequests(loot: Loot): { key: ApiName; payload: unknown }[] {
  const { retroId, teamId, ticket, action } = loot;
  const at = { v: 1, retroId, ticket };
  const one: { [Name in ApiName]: Parameters<Api[Name]>[0] } = {
    home: { v: 1, teamId },
    listClosed: { v: 1, teamId, cursor: '' },
    createRetro: {
      v: 1,
      teamId,
      format: 'continue-stop-start',
      title: 'New',
      anonymity: 'anonymous',
      votes: { budget: 5, perTopic: 3 },
      draft: true,
      id: freshId(),
    },
    discardDraft: { v: 1, retroId, restore: true },
    openRetro: at,
    sync: { ...at, revisions: [], recount: true, beat: true },
    run: { ...at, revisions: [1, -1], commands: [] },
    renew: { v: 1, retroId },
    announce: { ...at, shards: [0, 20, 45], commands: [freshId()], revisions: [] },
    saveTeam: {
      v: 1,
      team: {
        id: teamId,
        name: 'Team',
        members: [loot.account],
        jiraBoards: [1],
        defaults: { format: 'sailboat', anonymity: 'named', votes: { budget: 5, perTopic: 3 } },
        filing: { issueType: '', labels: ['retro'], placement: 'backlog' },
        timeZone: 'Europe/Berlin',
        agreement: 'Be kind',
      },
    },
    filingForm: { v: 1, action, issueType: '10001' },
    fileIssue: { v: 1, action, issueType: '10001', placement: 'backlog', fields: { duedate: '2026-12-24' } },
    checkFiling: { v: 1, action },
    changeAction: { v: 1, action, text: 'Changed', owner: null, due: '2026-12-24', state: 'dropped' },
  };
  const { run, ...others } = one;
  const runs = Object.entries(commandsOf(loot)).map(([name, payload]) => ({
    key: 'run' as const,
    payload: { ...run, commands: [{ id: freshId(), name, base: 1, payload }] },
  }));
  const rest = Object.entries(others).map(([key, payload]) => ({ key: key as ApiName, payload }));
  return [...rest, ...runs];
}

/** Values that programs stumble over; all of them survive JSON. */
const nasty = fc.oneof(
  fc.constantFrom(
    ...([null, true, -1, 0, 1, 1.5, 46, 1e308, 2 ** 53, '', ' ', '\u0000', '\ud800', '\u202e', '__proto__'] as const),
    ...([
      'constructor',
      'toString',
      '../..',
      '${7*7}',
      '%00',
      '2026-13-45',
      'p1',
      'p10001',
      'p10000.aaaaaaaaaaaa',
    ] as const),
    ...([[], {}, [[]], [null], { length: 1e9 }, { toString: null }, { $ne: null }, 'x'.repeat(20_001)] as const),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

export interface Mutation {
  how: 'replace' | 'drop' | 'add' | 'repeat' | 'keep';
  where: number;
  value: unknown;
}

type Box = Record<string, unknown>;

/** Every place of a value that can be changed, deepest last. */
function placesOf(value: unknown): { box: Box; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const box = value as Box;
  return Object.keys(box).flatMap((key) => [{ box, key }, ...placesOf(box[key])]);
}

const CHANGES: Record<Mutation['how'], (box: Box, key: string, value: unknown) => void> = {
  replace: (box, key, value) => void (box[key] = value),
  drop: (box, key) => void Reflect.deleteProperty(box, key),
  add: (box, _key, value) => void (box['extra'] = value),
  repeat: (box, key) => void (box[key] = Array.from({ length: 60 }, () => structuredClone(box[key]))),
  keep: () => undefined,
};

/** A valid payload with some things wrong; made of the same parts it comes out the same. */
export function mutated(payload: unknown, mutations: readonly Mutation[]): unknown {
  const copy = structuredClone(payload);
  for (const { how, where, value } of mutations) {
    const places = placesOf(copy);
    const place = places[where % Math.max(1, places.length)];
    if (place) CHANGES[how](place.box, place.key, value);
  }
  return copy;
}

export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({
    how: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'add', 'repeat', 'keep'),
    where: fc.nat(200),
    value: nasty,
  }),
  { maxLength: 3 },
);

/** Anything at all that is JSON. */
export const anything = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 5 }),
  fc.record({ v: fc.constant(1), retroId: nasty }),
);
