/** What one retro costs on Forge: counted by the site, priced at Forge's list prices. */
import { must } from '../../src/domain/assert';
import { startSite } from '../support/site';
import type { Usage } from '../support/site';
import { standardRetro } from './standard-retro';

export interface CostResult {
  participants: number;
  actions: number;
  invocations: number;
  gbSeconds: number;
  gbSecondsMeasured: number;
  kvsReadBytes: number;
  kvsWriteBytes: number;
  kvsReadUnits: number;
  kvsWriteUnits: number;
  realtimeOps: number;
  jiraPoints: number;
  idleInvocations: number;
  usd: number;
  usdAt512MB: number;
  usdIdleSitePerMonth: number;
  refused: Record<string, number>;
  calls: Record<string, number>;
  idleCalls: Record<string, number>;
}

/** An idle site: 30 days of hourly sweeps with nothing due, priced. */
async function idleMonth(bundle: string): Promise<number> {
  const site = await startSite({ bundle });
  try {
    await site.forgetUsage();
    await site.post('/clock', { advance: 'P1D' });
    return (await site.usage()).usd.total * 30;
  } finally {
    await site.stop();
  }
}

const compute = (usage: Usage): number => usage.usd.compute;

export async function benchCost(bundle: string, small = false): Promise<CostResult> {
  const site = await startSite({ bundle, crowd: 8 });
  try {
    await site.forgetUsage();
    const run = await standardRetro(site, small);
    const usage = await site.usage();
    const failed = Object.values(usage.byFunction).reduce((sum, one) => sum + one.errors, 0);
    if (failed > 0) throw new Error(`${failed} invocations failed`);
    if (run.idleInvocations === 0)
      throw new Error('no beat: an idle hour in which no tab asks anything cannot notice a loss');
    must(run.people[7], 'eighth person');
    return {
      participants: run.people.length,
      actions: run.actions,
      invocations: usage.invocations,
      gbSeconds: usage.gbSeconds,
      gbSecondsMeasured: usage.gbSecondsMeasured,
      kvsReadBytes: usage.kvsReadBytes,
      kvsWriteBytes: usage.kvsWriteBytes,
      kvsReadUnits: usage.kvsReadUnits,
      kvsWriteUnits: usage.kvsWriteUnits,
      realtimeOps: usage.realtimeOps,
      jiraPoints: usage.jiraPoints,
      idleInvocations: run.idleInvocations,
      usd: usage.usd.total,
      usdAt512MB: usage.usd.total + compute(usage),
      usdIdleSitePerMonth: await idleMonth(bundle),
      refused: usage.refused,
      calls: run.calls,
      idleCalls: run.idleCalls,
    };
  } finally {
    await site.stop();
  }
}
