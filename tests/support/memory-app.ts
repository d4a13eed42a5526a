/** The app in memory: one clock, one storage, one channel, a Jira that says yes. Everything a test wants to change is a field. */
import { createHmac } from 'node:crypto';
import type { App, Caller } from '../../src/app/app';
import { retroRow } from '../../src/app/live/retro-row';
import { partKey, retroKey, shardPart, teamKey } from '../../src/app/live/keys';
import { openRetro } from '../../src/app/queries/open-retro';
import { run } from '../../src/app/run/run';
import type { IssueTracker } from '../../src/app/ports/jira';
import type { OpenRetroAnswer, Outcome, RunAnswer } from '../../src/contract/api';
import type { CommandName, Commands } from '../../src/contract/commands';
import type { RetroEvent } from '../../src/contract/events';
import { must } from '../../src/domain/assert';
import { formatById } from '../../src/domain/format';
import { FIRST_TIER, itemId } from '../../src/domain/ids';
import { emptyShard } from '../../src/domain/items';
import type { Anonymity, Head } from '../../src/domain/retro';
import { createRetro } from '../../src/domain/retro';
import { defaultAgenda } from '../../src/domain/step';
import { firstTeam } from '../../src/domain/team';
import { MemoryRecords } from './memory-records';

/** Chances from a seed (mulberry32), so that a failing run can be repeated. */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface MemoryWorld {
  app: App;
  records: MemoryRecords;
  events: RetroEvent[];
  logs: { event: string; facts: Record<string, string | number | boolean> }[];
  now: { value: number };
  /** Who may browse which project; everybody may browse '10000' until told otherwise. */
  mayBrowse: (accountId: string, projectId: string) => boolean;
  refusePublish: boolean;
  as(accountId: string): App;
}

const noJira = new Proxy({} as IssueTracker, {
  get: (_target, name) => () => {
    throw new Error(`this test has no Jira (${String(name)})`);
  },
});

/** `app` acts for nobody in particular; `as(id)` gives one whose access checks are asked for that person. */
export function memoryWorld(seed = 1): MemoryWorld {
  const chance = seededChance(seed);
  const records = new MemoryRecords();
  const world: MemoryWorld = {
    records,
    events: [],
    logs: [],
    now: { value: Date.UTC(2026, 10, 2, 9) },
    mayBrowse: () => true,
    refusePublish: false,
    app: undefined as unknown as App,
    as: (accountId) => ({
      ...world.app,
      access: { mayBrowse: async (projectId) => world.mayBrowse(accountId, projectId) },
    }),
  };
  world.app = {
    records,
    access: { mayBrowse: async () => true },
    clock: { now: () => world.now.value, sleep: async () => undefined },
    ids: {
      chance,
      random: (length) => Array.from({ length }, () => Math.floor(chance() * 36).toString(36)).join(''),
    },
    hashes: { hmac: async (key, text) => createHmac('sha256', key).update(text).digest('hex') },
    broadcast: {
      sign: async () => ({ subscribe: 's', publish: 'p', expiresAt: world.now.value + 3_600_000 }),
      publish: async (_channel, _token, event) => {
        if (world.refusePublish) return false;
        world.events.push(JSON.parse(JSON.stringify(event)) as RetroEvent);
        return true;
      },
    },
    jira: noJira,
    log: (event, facts) => world.logs.push({ event, facts }),
  };
  return world;
}

export const PROJECT = '10000';
export const TEAM = 'p10000';
export const RETRO = 'p10000.retro0000001';

/** A retro in its lobby, facilitated by `ann`, with everything `createRetro` writes. */
export async function aRetro(
  world: MemoryWorld,
  options: { anonymity?: Anonymity; facilitator?: string; retroId?: string; budget?: number } = {},
): Promise<string> {
  const format = must(formatById('continue-stop-start'), 'format');
  const retroId = options.retroId ?? RETRO;
  const { head, setup } = createRetro({
    retroId,
    teamId: TEAM,
    projectId: PROJECT,
    title: 'Retro',
    format: format.id,
    columns: format.columns,
    agenda: defaultAgenda(),
    anonymity: options.anonymity ?? 'anonymous',
    votes: { budget: options.budget ?? 5, perTopic: 3 },
    facilitator: options.facilitator ?? 'ann',
    draft: false,
    now: world.now.value,
    secrets: { pepper: 'pepper'.repeat(6), ticketKey: 'ticket'.repeat(6), channel: 'channel-1' },
  });
  const blank = { rev: 1, attributes: {} };
  await world.records.commit([
    { op: 'set', at: partKey(retroId, 'head'), record: { ...blank, body: head } },
    { op: 'set', at: partKey(retroId, 'setup'), record: { ...blank, body: setup } },
    ...Array.from({ length: FIRST_TIER }, (_, n) => ({
      op: 'set' as const,
      at: partKey(retroId, shardPart(n)),
      record: { ...blank, body: emptyShard() },
    })),
    { op: 'set', at: retroKey(retroId), record: retroRow(head, setup) },
  ]);
  const team = {
    rev: 1,
    body: firstTeam(PROJECT, 'Sunrise', 'Europe/Berlin'),
    attributes: { projectId: PROJECT, name: 'Sunrise' },
  };
  await world.records.create(teamKey(TEAM), team);
  return retroId;
}

/** One person at the retro, through the front door: opens it, runs commands, keeps the ticket. */
export class Person {
  ticket = '';
  private count = 0;

  constructor(
    readonly world: MemoryWorld,
    readonly accountId: string,
    readonly retroId = RETRO,
  ) {}

  get caller(): Caller {
    return { accountId: this.accountId, projectId: PROJECT };
  }

  async open(): Promise<OpenRetroAnswer> {
    const answer = await openRetro(this.world.as(this.accountId), this.caller, {
      v: 1,
      retroId: this.retroId,
      ticket: this.ticket,
    });
    if (!answer.ok) throw new Error(answer.refusal.code);
    this.ticket = answer.ticket;
    return answer;
  }

  commandId(): string {
    this.count += 1;
    const tail = `${this.accountId}${this.count.toString(36)}`.replace(/[^a-z0-9]/g, '');
    return tail.padStart(12, '0').slice(-12);
  }

  /** The raw answer to a batch. */
  async runAll(commands: { id: string; name: CommandName; payload: unknown; base?: number }[]): Promise<RunAnswer> {
    const request = { v: 1, retroId: this.retroId, ticket: this.ticket, revisions: [], commands };
    const answer = await run(this.world.as(this.accountId), this.caller, request);
    if (!answer.ok)
      return {
        outcomes: commands.map(() => answer),
        picture: { shards: [], actions: {}, revisions: [] },
        ballot: null,
        now: 0,
        unannounced: false,
      };
    return answer;
  }

  async does<N extends CommandName>(name: N, payload: Commands[N], id = this.commandId()): Promise<Outcome> {
    const answer = await this.runAll([{ id, name, payload }]);
    return must(answer.outcomes[0], 'outcome');
  }

  /** Adds a card and gives its id. */
  async writes(column: string, text: string, options: { shard?: number; signed?: boolean } = {}): Promise<string> {
    const id = this.commandId();
    const shard = options.shard ?? this.count % FIRST_TIER;
    const payload = { shard, column, text, ...(options.signed === undefined ? {} : { signed: options.signed }) };
    const outcome = await this.does('addCard', payload, id);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return itemId(shard, id);
  }
}

/** The head as it is stored. */
export function storedHead(world: MemoryWorld, retroId = RETRO): Head {
  const row = must(world.records.rows.get(`live/${retroId}:head`), 'head');
  return (JSON.parse(row) as { body: Head }).body;
}

/** People who have opened the retro; the first one facilitates if named `ann`. */
export async function present(world: MemoryWorld, ...names: string[]): Promise<Person[]> {
  const people = names.map((name) => new Person(world, name));
  for (const person of people) await person.open();
  return people;
}
