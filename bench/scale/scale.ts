/** How many people one board carries: real sessions without a browser, in a process of their own. */
import { must } from '../../src/domain/assert';
import { startSite } from '../support/site';
import type { BenchSite } from '../support/site';
import { percentile } from '../support/percentile';
import { Crowd } from './crowd';

export type Mode = 'lan' | 'forge';

export interface ScaleRow {
  mode: Mode;
  participants: number;
  actions: number;
  lost: number;
  duplicated: number;
  refusedToUser: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  voteP95Ms: number;
  revealP95Ms: number;
  joinP95Ms: number;
  liveP95Ms: number;
  realtimeOpsPerSecondMax: number;
  kvsUnitsPerMinuteMax: number;
  invocationsPerSecondMax: number;
  conflictsRetried: number;
  refusedPublishes: number;
  harnessCpuMs: number;
  diverged: number;
}

/** Forge as the bench imagines it: times of its three paths, half a percent of the broadcasts lost, checks that conflict. */
const FORGE = {
  latency: { invocationMs: [120, 60], storageMs: [8, 4], broadcastMs: [60, 30] },
  lose: 0.005,
  checkConflicts: true,
  limits: true,
  seed: 11,
};

async function oneBoard(site: BenchSite, mode: Mode, participants: number, small: boolean): Promise<ScaleRow> {
  await site.post('/adversary', mode === 'forge' ? FORGE : { limits: false, seed: 11 });
  const cpuBefore = process.cpuUsage();
  const crowd = await Crowd.gather(site, site.members.slice(0, participants), small ? 'small' : 'full');
  try {
    await crowd.collect();
    await crowd.vote();
    await crowd.lead();
    await crowd.settle();
    const usage = await site.usage();
    const cpu = process.cpuUsage(cpuBefore);
    const { cards, votes, reveals, joins, lives } = crowd.times;
    const check = await crowd.compare();
    return {
      mode,
      participants,
      actions: crowd.actions,
      lost: check.lost,
      duplicated: check.duplicated,
      refusedToUser: crowd.refused,
      p50Ms: percentile(cards, 50),
      p95Ms: percentile(cards, 95),
      p99Ms: percentile(cards, 99),
      voteP95Ms: percentile(votes, 95),
      revealP95Ms: percentile(reveals, 95),
      joinP95Ms: percentile(joins, 95),
      liveP95Ms: percentile(lives, 95),
      realtimeOpsPerSecondMax: usage.perSecond['realtimeOps'] ?? 0,
      kvsUnitsPerMinuteMax: Math.max(usage.perMinute['kvsReadUnits'] ?? 0, usage.perMinute['kvsWriteUnits'] ?? 0),
      invocationsPerSecondMax: usage.perSecond['invocations'] ?? 0,
      conflictsRetried: await conflicts(site),
      refusedPublishes: Object.entries(usage.refused).reduce(
        (sum, [what, n]) => (what.startsWith('realtime') ? sum + n : sum),
        0,
      ),
      harnessCpuMs: Math.round((cpu.user + cpu.system) / 1000),
      diverged: check.diverged,
    };
  } finally {
    crowd.leave();
  }
}

/** Retries after a conflict, from the app's own log. */
async function conflicts(site: BenchSite): Promise<number> {
  const lines = await site.get<{ text: string }[]>('/logs');
  return lines.filter((line) => line.text.includes('"event":"conflict"')).length;
}

/** Boards of 10 to 200 people in both modes; small: one of 5 in each. */
export async function benchScale(bundle: string, small: boolean): Promise<ScaleRow[]> {
  const sizes = small ? [5] : (process.env['SCALE_SIZES']?.split(',').map(Number) ?? [10, 50, 100, 200]);
  const rows: ScaleRow[] = [];
  for (const mode of ['lan', 'forge'] as const)
    for (const participants of sizes) {
      // A fresh site each: an earlier board's broadcasts must not count against this one's limits.
      const site = await startSite({ bundle, crowd: Math.max(0, must(sizes.at(-1), 'size')) });
      try {
        rows.push(await oneBoard(site, mode, participants, small));
        process.stdout.write(`  ${mode} ${participants}: card p95 ${rows.at(-1)?.p95Ms ?? ''} ms\n`);
      } finally {
        await site.stop();
      }
    }
  return rows;
}
