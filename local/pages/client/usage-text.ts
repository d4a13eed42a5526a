import type { Usage } from '../../types';

/** Forge's free allowance a month and app: https://developer.atlassian.com/platform/forge/forge-platform-pricing/ */
const FREE_GB_SECONDS = 200_000;
const FREE_KVS_BYTES = 0.1 * 1024 ** 3;

export interface UsageRow {
  term: string;
  value: string;
  note: string;
}

const plural = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

function bytes(count: number): string {
  if (count < 1024) return `${count} B`;
  const kilobytes = count / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(2)} MB`;
}

/** Dollars with as many digits as it takes to see something. */
export function dollars(amount: number): string {
  if (amount === 0) return '$0';
  if (amount < 0.0001) return 'under $0.0001';
  return `$${amount.toFixed(amount < 1 ? 4 : 2)}`;
}

const share = (part: number, whole: number) =>
  `${((100 * part) / whole).toFixed(part / whole < 0.001 ? 4 : 2)} % of the free month`;

/** One line: price, calls, time, storage. */
export function usageLine(usage: Usage): string {
  if (usage.invocations === 0 && usage.kvsRequests === 0) return 'nothing used yet';
  return [
    `${dollars(usage.usd.total)} at list price`,
    plural(usage.invocations, 'call'),
    `${usage.gbSeconds.toFixed(2)} GB-s`,
    `${bytes(usage.kvsWriteBytes)} written`,
    `${bytes(usage.kvsReadBytes)} read`,
    plural(usage.realtimeOps, 'broadcast'),
  ].join(' · ');
}

/** Everything Forge bills or limits, with what it means. */
export function usageRows(usage: Usage): UsageRow[] {
  const { usd } = usage;
  return [
    { term: 'At list price', value: dollars(usd.total), note: 'beyond the free month' },
    {
      term: 'Function calls',
      value: usage.invocations.toLocaleString('en-US'),
      note: `${dollars(usd.compute)} for their time`,
    },
    {
      term: 'Function time',
      value: `${usage.gbSeconds.toFixed(2)} GB-s`,
      note: share(usage.gbSeconds, FREE_GB_SECONDS),
    },
    { term: 'Storage written', value: bytes(usage.kvsWriteBytes), note: share(usage.kvsWriteBytes, FREE_KVS_BYTES) },
    { term: 'Storage read', value: bytes(usage.kvsReadBytes), note: share(usage.kvsReadBytes, FREE_KVS_BYTES) },
    {
      term: 'Storage units',
      value: `${usage.kvsReadUnits} / ${usage.kvsWriteUnits}`,
      note: 'read / written; 4,000 each a minute',
    },
    { term: 'Broadcasts', value: usage.realtimeOps.toLocaleString('en-US'), note: 'free; 50 a second' },
    { term: 'Jira points', value: usage.jiraPoints.toLocaleString('en-US'), note: 'of functions; pages pay none' },
  ];
}
