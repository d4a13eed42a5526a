import { setTimeout as wait } from 'node:timers/promises';
import { must } from '../../src/domain/assert';
import type { PublicItem } from '../../src/domain/present-retro';
import type { Outcome } from '../../src/contract/api';
import type { Clock, Timers } from '../../static/retro/src/session/ports';
import { enter, seeded, until } from '../support/person';
import type { BenchPerson } from '../support/person';
import type { BenchSite } from '../support/site';

const clock: Clock = { now: () => Date.now() };
const timers: Timers = {
  set: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** How long everybody writes and votes; a small run only shows that it runs. */
const PACE = {
  full: { collectMs: 20_000, everyMs: 3000, voteMs: 5000, pauseMs: 500 },
  small: { collectMs: 2000, everyMs: 500, voteMs: 500, pauseMs: 50 },
};
/** How many of the others' screens are watched for each card. */
const WATCHERS = 4;
/** 100 people arrive within two seconds. */
const ARRIVAL_MS_EACH = 20;

/** Everybody on one board, with what was timed: from the click to the change in another one's state. */
export class Crowd {
  readonly times = {
    cards: [] as number[],
    votes: [] as number[],
    reveals: [] as number[],
    joins: [] as number[],
    lives: [] as number[],
  };
  actions = 0;
  refused = 0;
  private readonly chance = seeded(5);
  private readonly acknowledged = new Map<string, string>();
  private readonly sentAt = new Map<string, number>();
  /** Cards each person's screen is watched for. */
  private readonly awaited: Set<string>[] = [];

  private constructor(
    private readonly site: BenchSite,
    private readonly retroId: string,
    readonly people: BenchPerson[],
    private readonly pace: (typeof PACE)['full'],
  ) {}

  static async gather(site: BenchSite, members: readonly string[], pace: keyof typeof PACE): Promise<Crowd> {
    const first = must(members[0], 'member');
    const created = await site.invoke<{ retroId: string }>(first, 'createRetro', {
      v: 1,
      id: 'scalescalesc',
      format: 'sailboat',
      title: 'Scale',
      anonymity: 'anonymous',
      votes: { budget: 5, perTopic: 5 },
    });
    const crowd = new Crowd(site, created.retroId, [], PACE[pace]);
    await crowd.arrive(first, 0);
    await Promise.all(
      members.slice(1).map((accountId, i) => wait(i * ARRIVAL_MS_EACH).then(() => crowd.arrive(accountId, i + 1))),
    );
    return crowd;
  }

  private async arrive(accountId: string, i: number): Promise<void> {
    const began = performance.now();
    const person = await enter(this.site, accountId, this.retroId, 1000 + i, { clock, timers });
    await until(person.session, () => person.session.view().phase === 'ready', 60_000, 'the board');
    this.times.joins.push(performance.now() - began);
    await until(person.session, () => person.session.view().connection === 'live', 60_000, 'live');
    this.times.lives.push(performance.now() - began);
    const awaited = new Set<string>();
    this.awaited.push(awaited);
    this.people.push(person);
    this.watch(person, awaited);
  }

  /**
   * Every card is waited for by a few of the others, chosen by chance: as sharp a measure as everybody, and the harness
   * does not spend its time on looking.
   */
  private watch(person: BenchPerson, awaited: Set<string>): void {
    person.session.subscribe(() => {
      if (awaited.size === 0) return;
      const { items } = person.session.view();
      for (const id of awaited) {
        if (!items.has(id)) continue;
        awaited.delete(id);
        this.times.cards.push(performance.now() - must(this.sentAt.get(id), 'a sent card'));
      }
    });
  }

  private letWatch(author: number, id: string): void {
    for (let n = 0; n < WATCHERS; n += 1) {
      const at = Math.floor(this.chance() * this.awaited.length);
      if (at !== author) this.awaited[at]?.add(id);
    }
  }

  private get facilitator(): BenchPerson {
    return must(this.people[0], 'facilitator');
  }

  private async count(outcome: Promise<Outcome>): Promise<boolean> {
    this.actions += 1;
    const settled = await outcome;
    if (!settled.ok) this.refused += 1;
    return settled.ok;
  }

  /** For 20 s everybody adds a card every 3 s, each at their own moment. */
  async collect(): Promise<void> {
    await this.count(this.facilitator.session.send('advanceStep', { step: 'collect' }));
    await Promise.all(
      this.people.map((one) =>
        until(one.session, () => one.session.view().head.state === 'running', 60_000, 'the start'),
      ),
    );
    await Promise.all(this.people.map((person, i) => this.writes(person, i)));
  }

  private async writes(person: BenchPerson, i: number): Promise<void> {
    const end = performance.now() + this.pace.collectMs;
    await wait(this.chance() * this.pace.everyMs);
    const pending: Promise<unknown>[] = [];
    for (let n = 0; performance.now() < end; n += 1) {
      const text = `card ${i} ${n} ${'about the sprint '.repeat(3)}`;
      const column = must(person.session.view().setup.columns[n % 4], 'column').id;
      const id = person.session.newItemId();
      this.sentAt.set(id, performance.now());
      this.letWatch(i, id);
      pending.push(
        this.count(person.session.send('addCard', { column, text }, id)).then((ok) => {
          if (ok) this.acknowledged.set(id, text.trim());
        }),
      );
      await wait(this.pace.everyMs);
    }
    await Promise.all(pending);
  }

  /** Everybody casts five votes within 5 s; a vote is timed to its acknowledgement. */
  async vote(): Promise<void> {
    const lead = this.facilitator.session;
    await this.count(lead.send('advanceStep', { step: 'reveal' }));
    await this.reveals();
    await this.count(lead.send('advanceStep', { step: 'vote' }));
    await this.count(lead.send('openVoting', { budget: 5, perTopic: 5 }));
    await Promise.all(
      this.people.map((one) => until(one.session, () => one.session.view().abilities.castVote, 60_000, 'the round')),
    );
    const cards = [...this.acknowledged.keys()];
    await Promise.all(
      this.people.map(async (person, i) => {
        for (let n = 0; n < 5; n += 1) {
          await wait(this.chance() * (this.pace.voteMs / 5));
          const began = performance.now();
          const card = must(cards[(i * 7 + n * 3) % cards.length], 'card');
          if (await this.count(person.session.send('castVote', { card, count: 1 })))
            this.times.votes.push(performance.now() - began);
        }
      }),
    );
  }

  /** Reveals column by column and waits until everybody can read every card of it. */
  private async reveals(): Promise<void> {
    for (const column of this.facilitator.session.view().setup.columns) {
      const began = performance.now();
      const outcome = this.count(this.facilitator.session.send('revealCards', { columns: [column.id] }));
      await Promise.all(
        this.people.map(async (person) => {
          await until(person.session, () => readable(person, column.id), 60_000, `the texts of ${column.id}`);
          this.times.reveals.push(performance.now() - began);
        }),
      );
      await outcome;
      await wait(this.pace.pauseMs);
    }
  }

  /** Ten actions of the facilitator, half a second apart. */
  async lead(): Promise<void> {
    const lead = this.facilitator.session;
    await this.count(lead.send('closeVoting', {}));
    await this.count(lead.send('advanceStep', { step: 'discuss' }));
    for (let n = 0; n < 4; n += 1) {
      await this.count(lead.send('startTimer', { seconds: 60 + n }));
      await wait(this.pace.pauseMs);
      await this.count(lead.send('selectTopic', { card: [...this.acknowledged.keys()][n] ?? null }));
      await wait(this.pace.pauseMs);
    }
  }

  /** Until nothing is waiting and everybody has caught up, or 15 s. */
  async settle(): Promise<void> {
    for (let n = 0; n < 150; n += 1) {
      const calm = this.people.every(
        (one) => one.session.view().waiting === 0 && cardIds(one).length >= this.acknowledged.size,
      );
      if (calm) break;
      await wait(100);
    }
    await wait(1000);
  }

  /** Everybody's picture against the store's. */
  async compare(): Promise<{ lost: number; duplicated: number; diverged: number }> {
    const answer = await this.site.invoke<{ picture: { shards: { items: PublicItem[] }[] } }>(
      this.facilitator.accountId,
      'openRetro',
      {
        v: 1,
        retroId: this.retroId,
        ticket: '',
      },
    );
    const stored = answer.picture.shards.flatMap((shard) => shard.items).filter((item) => item.kind === 'card');
    const texts = stored.map((card) => card.text ?? '');
    const wanted = [...this.acknowledged.values()];
    const ids = stored
      .map((card) => card.id)
      .sort()
      .join();
    return {
      lost: wanted.filter((text) => !texts.includes(text)).length,
      duplicated: texts.length - new Set(texts).size,
      diverged: this.people.filter((one) => cardIds(one).join() !== ids).length,
    };
  }

  leave(): void {
    for (const person of this.people) person.leave();
  }
}

const cardIds = (person: BenchPerson): string[] =>
  [...person.session.view().items.values()]
    .filter((item) => item.kind === 'card')
    .map((item) => item.id)
    .sort();

const readable = (person: BenchPerson, column: string): boolean =>
  person.session.view().head.revealed.includes(column) &&
  ![...person.session.view().items.values()].some(
    (item) => item.kind === 'card' && item.column === column && item.text === null,
  );
