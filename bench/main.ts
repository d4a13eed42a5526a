/** npm run bench [-- cost scale page growth] [--small]: runs, prints a table, writes bench/results/latest.json. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benchCost } from './cost/cost';
import { benchGrowth } from './growth/growth';
import { benchPage } from './page/page';
import { benchScale } from './scale/scale';
import { printTable } from './support/table';

const BENCHES: Record<string, (bundle: string, small: boolean) => Promise<unknown>> = {
  cost: benchCost,
  scale: benchScale,
  page: benchPage,
  growth: benchGrowth,
};

const RESULTS = 'bench/results/latest.json';

function earlier(): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(RESULTS, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** A result made of several lists is several tables. */
function tablesOf(name: string, result: unknown): [string, unknown][] {
  const parts = Object.entries(result as Record<string, unknown>);
  return !Array.isArray(result) && parts.every(([, part]) => Array.isArray(part))
    ? parts.map(([part, rows]) => [`${name}.${part}`, rows])
    : [[name, result]];
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      bundle: { type: 'string' },
      small: { type: 'boolean', default: false },
      out: { type: 'string', default: RESULTS },
    },
  });
  const bundle = values.bundle;
  if (!bundle) throw new Error('start it by npm run bench');
  const wanted = positionals.length > 0 ? positionals : Object.keys(BENCHES);
  const results: Record<string, unknown> = {
    ...(values.small ? {} : earlier()),
    machine: {
      cpu: cpus()[0]?.model ?? '',
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    },
  };
  for (const name of wanted) {
    const bench = BENCHES[name];
    if (!bench) throw new Error(`no bench "${name}": ${Object.keys(BENCHES).join(', ')}`);
    process.stdout.write(`${name} ...\n`);
    const started = performance.now();
    results[name] = await bench(bundle, values.small);
    process.stdout.write(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
    for (const [title, result] of tablesOf(name, results[name])) printTable(title, result);
  }
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(values.out, `${JSON.stringify(results, null, 2)}\n`);
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
