/** How cost grows as the work grows: larger boards, longer histories, more open action items. */
import { must } from '../../src/domain/assert';
import { commandId, lead } from '../support/lead';
import type { Lead } from '../support/lead';
import { startSite } from '../support/site';
import type { BenchSite } from '../support/site';

interface BoardRow {
  cards: number;
  loadRequests: number;
  loadBytes: number;
  commandReadBytes: number;
  commandWriteBytes: number;
}

interface HistoryRow {
  retros: number;
  requests: number;
  readBytes: number;
}

interface ReminderRow {
  openActions: number;
  dueNow: number;
  invocations: number;
  readBytes: number;
}

export interface GrowthResult {
  board: BoardRow[];
  history: HistoryRow[];
  reminders: ReminderRow[];
}

const DAY_MS = 86_400_000;

async function measured<T>(site: BenchSite, work: () => Promise<T>) {
  await site.forgetUsage();
  await work();
  return site.usage();
}

/** Commands in batches; `size` so that one transaction holds a batch. */
async function inBatches(person: Lead, names: { name: string; payload: object }[], size: number): Promise<void> {
  for (let i = 0; i < names.length; i += size) await person.run(names.slice(i, i + size));
}

const cardCommand = (n: number, tiers: 1 | 2): { name: string; payload: object } => ({
  name: 'addCard',
  payload: {
    shard: n % (tiers === 2 ? 46 : 21),
    column: ['wind', 'anchor', 'rocks', 'island'][n % 4],
    text: `Card ${n}: ${'what we saw in the sprint, in a sentence or two. '.repeat(2)}`,
  },
});

async function board(bundle: string, sizes: number[]): Promise<BoardRow[]> {
  const site = await startSite({ bundle });
  const rows: BoardRow[] = [];
  try {
    await site.post('/adversary', { limits: false });
    const person = await lead(site, 'growthboard1', 'sailboat');
    await person.run([{ name: 'advanceStep', payload: { step: 'collect' } }]);
    let written = 0;
    for (const cards of sizes) {
      for (; written < cards; written += Math.min(120, cards - written)) {
        // As pages do, once the board has grown: over both tiers.
        const tiers = await person.open();
        const commands = Array.from({ length: Math.min(120, cards - written) }, (_, i) =>
          cardCommand(written + i, tiers),
        );
        await inBatches(person, commands, 12);
      }
      const tiers = await person.open();
      const opened = await measured(site, () => person.open());
      const added = await measured(site, () => person.run([cardCommand(written, tiers)]));
      written += 1;
      rows.push({
        cards,
        loadRequests: opened.kvsRequests,
        loadBytes: opened.kvsReadBytes,
        commandReadBytes: added.kvsReadBytes,
        commandWriteBytes: added.kvsWriteBytes,
      });
    }
    return rows;
  } finally {
    await site.stop();
  }
}

async function history(bundle: string, sizes: number[]): Promise<HistoryRow[]> {
  const site = await startSite({ bundle });
  const rows: HistoryRow[] = [];
  try {
    await site.post('/adversary', { limits: false });
    let made = 0;
    for (const retros of sizes) {
      while (made < retros) {
        const some = Math.min(8, retros - made);
        await Promise.all(Array.from({ length: some }, (_, i) => closedRetro(site, made + i)));
        made += some;
      }
      const ann = must(site.members[0], 'member');
      const usage = await measured(site, () => site.invoke(ann, 'home', { v: 1 }));
      rows.push({ retros, requests: usage.kvsRequests, readBytes: usage.kvsReadBytes });
    }
    return rows;
  } finally {
    await site.stop();
  }
}

async function closedRetro(site: BenchSite, n: number): Promise<void> {
  const person = await lead(site, commandId(`history${n}`), 'continue-stop-start');
  await person.run([{ name: 'closeRetro', payload: {} }]);
}

async function reminders(bundle: string, openActions: number, dueNow: number): Promise<ReminderRow> {
  const site = await startSite({ bundle });
  try {
    await site.post('/adversary', { limits: false });
    const now = (await site.get<{ now: number }>('/clock')).now;
    const day = (days: number): string => new Date(now + days * DAY_MS).toISOString().slice(0, 10);
    const soon = Array.from({ length: dueNow }, () => day(5));
    const due = [...soon, ...Array.from({ length: openActions - dueNow }, (_, i) => day(200 + (i % 100)))];
    for (let from = 0; from < due.length; from += 200) await actionsOn(site, from, due.slice(from, from + 200));
    // Five days of hourly sweeps, in which the first ones are due for the first and second time.
    const usage = await measured(site, () => site.post('/clock', { advance: 'P5D' }));
    return { openActions, dueNow, invocations: usage.invocations, readBytes: usage.kvsReadBytes };
  } finally {
    await site.stop();
  }
}

async function actionsOn(site: BenchSite, from: number, due: string[]): Promise<void> {
  const person = await lead(site, commandId(`actions${from}`), 'continue-stop-start');
  await person.run([{ name: 'advanceStep', payload: { step: 'discuss' } }]);
  const owner = must(site.members[1], 'owner');
  const commands = due.map((day, i) => ({
    name: 'createActionItem',
    payload: { shard: i % 21, topic: null, topicTitle: '', text: `Improve ${from + i}`, owner, due: day },
  }));
  await inBatches(person, commands, 7);
}

/** All three; small: a tenth of the sizes. */
export async function benchGrowth(bundle: string, small: boolean): Promise<GrowthResult> {
  return {
    board: await board(bundle, small ? [20, 60] : [60, 500, 2000]),
    history: await history(bundle, small ? [3, 10] : [10, 100, 1000]),
    reminders: small
      ? [await reminders(bundle, 20, 5)]
      : [await reminders(bundle, 100, 10), await reminders(bundle, 10_000, 10)],
  };
}
