/**
 * The standard retro, as far as its parts exist: 8 people, 60 minutes of site time, 60 cards in 4 columns (a third
 * edited once), reveal column by column, 20 groupings, 5 votes each, 5 topics with a timer, 3 action items with Jira
 * issues, close, summary. People act one by one at a person's pace.
 */
import type { PublicCard } from '../../src/domain/present-retro';
import { agendaOfTopics, boardOf } from '../../src/domain/board';
import { must } from '../../src/domain/assert';
import type { Outcome } from '../../src/contract/api';
import { enter, seeded, until } from '../support/person';
import type { BenchPerson } from '../support/person';
import { MovedTime } from '../support/moved-time';
import type { BenchSite } from '../support/site';

const PEOPLE = 8;
const CARDS = { full: 60, small: 12 };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const WORDS =
  'build review deploy pairing tests meeting scope ticket sprint customer release goal pipeline planning support handover feedback estimate'.split(
    ' ',
  );

export interface RetroRun {
  retroId: string;
  people: BenchPerson[];
  /** Invocations made while nobody did anything: the beats of idle tabs. */
  idleInvocations: number;
  /** Calls of the pages by function, and those of the idle time alone. */
  calls: Record<string, number>;
  idleCalls: Record<string, number>;
  actions: number;
}

interface Course {
  site: BenchSite;
  time: MovedTime;
  chance: () => number;
  people: BenchPerson[];
  actions: number;
  calls: Record<string, number>;
  cards: number;
}

const cardsOn = (person: BenchPerson): PublicCard[] =>
  [...person.session.view().items.values()].filter((item): item is PublicCard => item.kind === 'card');

/** One action of one person, then the pause until the next one: 1.5 to 7 seconds, never under 700 ms. */
async function act(course: Course, what: () => Promise<Outcome>): Promise<void> {
  const outcome = what();
  course.actions += 1;
  await course.time.pass(1500 + 5500 * course.chance());
  const settled = await outcome;
  if (!settled.ok) throw new Error(`refused: ${settled.refusal.code}`);
}

function sentence(chance: () => number): string {
  const words = Array.from({ length: 6 + Math.floor(chance() * 12) }, () => WORDS[Math.floor(chance() * WORDS.length)]);
  return `We ${words.join(' ')}.`;
}

async function collect(course: Course, facilitator: BenchPerson): Promise<void> {
  const columns = facilitator.session.view().setup.columns;
  for (let i = 0; i < course.cards; i += 1) {
    const person = must(course.people[i % PEOPLE], 'person');
    const column = must(columns[Math.floor(course.chance() * columns.length)], 'column').id;
    const text = sentence(course.chance);
    await act(course, () => person.session.send('addCard', { column, text }));
    const own = cardsOn(person).filter((card) => card.mine);
    const last = own.at(-1);
    if (i % 3 === 2 && last)
      await act(course, () => person.session.send('editCard', { card: last.id, text: `${text} Again.` }));
  }
}

async function group(course: Course): Promise<void> {
  for (let i = 0; i < course.cards / 3; i += 1) {
    const person = must(course.people[i % PEOPLE], 'person');
    const cards = cardsOn(person).sort((a, b) => (a.id < b.id ? -1 : 1));
    const card = must(cards[i * 3], 'card');
    const onto = must(cards[i * 3 + 1], 'card');
    await act(course, () => person.session.send('groupCards', { cards: [card.id], onto: onto.id }));
  }
}

async function vote(course: Course, facilitator: BenchPerson): Promise<void> {
  await act(course, () => facilitator.session.send('openVoting', { budget: 5, perTopic: 3 }));
  for (let round = 0; round < 5; round += 1)
    for (const [i, person] of course.people.entries()) {
      const topics = agendaOfTopics(
        boardOf(person.session.view().setup.columns, person.session.view().items.values(), undefined),
      );
      const topic = must(topics[(i * 5 + round * 2) % Math.min(12, topics.length)], 'topic');
      await act(course, () => person.session.send('castVote', { card: topic.id, count: 1 }));
    }
  await act(course, () => facilitator.session.send('closeVoting', {}));
}

async function discuss(course: Course, facilitator: BenchPerson): Promise<void> {
  const view = facilitator.session.view();
  const topics = agendaOfTopics(boardOf(view.setup.columns, view.items.values(), view.result)).slice(0, 5);
  for (const [i, topic] of topics.entries()) {
    await act(course, () => facilitator.session.send('selectTopic', { card: topic.id }));
    await act(course, () => facilitator.session.send('startTimer', { seconds: 240 }));
    if (i < 3) await fileOne(course, facilitator, topic.id, i);
    await course.time.pass(3 * MINUTE);
  }
}

async function fileOne(course: Course, facilitator: BenchPerson, topic: string, i: number): Promise<void> {
  const owner = must(course.people[i + 1], 'owner').accountId;
  const due = new Date(course.time.now() + 14 * 24 * HOUR).toISOString().slice(0, 10);
  await act(course, () =>
    facilitator.session.send('createActionItem', {
      topic,
      topicTitle: 'Topic',
      text: `Shorten step ${i + 1} of the build`,
      owner,
      due,
    }),
  );
  const action = must(
    Object.values(facilitator.session.view().actions).find((one) => !one.issue && one.owner === owner),
    'action',
  );
  const filed = await course.site.invoke<{ ok: boolean; refusal?: { code: string } }>(
    facilitator.accountId,
    'fileIssue',
    { v: 1, action: action.id },
  );
  if (!filed.ok) throw new Error(`not filed: ${filed.refusal?.code ?? ''}`);
  await course.time.pass(4000);
}

/** Eight people open the retro, one after the other. */
async function gather(course: Course): Promise<string> {
  const { site, time } = course;
  const members = site.members.slice(0, PEOPLE);
  const ann = must(members[0], 'member');
  const { retroId } = await site.invoke<{ ok: true; retroId: string }>(ann, 'createRetro', {
    v: 1,
    id: 'standardretr',
    format: 'sailboat',
    title: 'Sprint 12',
    anonymity: 'anonymous',
    votes: { budget: 5, perTopic: 3 },
  });
  const called = (key: string): void => {
    course.calls[key] = (course.calls[key] ?? 0) + 1;
  };
  for (const [i, accountId] of members.entries()) {
    const ports = { clock: time, timers: time, busy: time.busy, called };
    const person = await enter(site, accountId, retroId, 100 + i, ports);
    await until(person.session, () => person.session.view().phase === 'ready');
    course.people.push(person);
    await time.pass(5000 + 5000 * course.chance());
  }
  return retroId;
}

/** From the first card to the last topic. */
async function work(course: Course, facilitator: BenchPerson): Promise<void> {
  const goTo = (step: string): Promise<void> => act(course, () => facilitator.session.send('advanceStep', { step }));
  await goTo('collect');
  await act(course, () => facilitator.session.send('startTimer', { seconds: 480 }));
  await collect(course, facilitator);
  await goTo('reveal');
  for (const column of facilitator.session.view().setup.columns) {
    await act(course, () => facilitator.session.send('revealCards', { columns: [column.id] }));
    await course.time.pass(MINUTE);
  }
  await goTo('group');
  await group(course);
  await goTo('vote');
  await vote(course, facilitator);
  await goTo('discuss');
  await discuss(course, facilitator);
}

/** What is left of the hour, the team talks: only the timers of eight open tabs run. The calls they make. */
async function talk(course: Course, started: number): Promise<Record<string, number>> {
  const left = Math.max(12 * MINUTE, started + HOUR - course.time.now() - MINUTE);
  const before = { ...course.calls };
  await course.time.pass(left);
  return Object.fromEntries(Object.entries(course.calls).map(([key, n]) => [key, n - (before[key] ?? 0)]));
}

/** Runs it on a fresh site; small: with fewer cards. */
export async function standardRetro(site: BenchSite, small = false): Promise<RetroRun> {
  const started = (await site.get<{ now: number }>('/clock')).now;
  const course: Course = {
    site,
    time: new MovedTime(site, started),
    chance: seeded(7),
    people: [],
    actions: 0,
    calls: {},
    cards: small ? CARDS.small : CARDS.full,
  };
  const retroId = await gather(course);
  const facilitator = must(course.people[0], 'facilitator');
  await work(course, facilitator);
  const idleCalls = await talk(course, started);
  await act(course, () => facilitator.session.send('closeRetro', {}));
  // The summary is drawn from what every page already holds.
  for (const person of course.people) {
    if (person.session.view().head.state !== 'closed')
      throw new Error('somebody does not know that the retro is closed');
    person.leave();
  }
  const { people, calls, actions } = course;
  const idleInvocations = Object.values(idleCalls).reduce((sum, n) => sum + n, 0);
  return { retroId, people, idleInvocations, calls, idleCalls, actions };
}
