// npm test: installs and builds what is missing, asks the judges, runs every test.
// `-- --long` runs the long fuzz, `-- <pattern>` only the test files whose path matches.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, prepare, repositoryRoot as root } from '../../local/bin/prepare.mjs';
import { sayLine as say } from '../../local/bin/prepare/say.mjs';
import { readArguments } from './test/arguments.mjs';
import { ensureChromium } from './test/chromium.mjs';
import { hasTests, runJest } from './test/run-jest.mjs';
import { counts, FILE_BUDGET_SECONDS, overBudget, readTally, slowest } from './test/tally.mjs';

const QUICK = ['unit', 'page', 'contract', 'fuzz'];
const stages = [];

/** Runs one stage and keeps how long it took; the title is what the budget line calls it. */
async function stage(title, work) {
  const startedAt = performance.now();
  try {
    return await work();
  } finally {
    stages.push(`${title} ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
  }
}

async function check() {
  const { judges } = await import('./check/judges.mjs');
  const { runJudges } = await import('./check/run-judges.mjs');
  const cacheDir = join(root, '.cache');
  const all = judges({ root, cacheDir });
  const objecting = await runJudges(all, { root, cacheDir, say });
  return { satisfied: all.length - objecting.length, objecting: objecting.length };
}

async function runInBrowser(how) {
  const { patterns } = how;
  if (patterns.length > 0 && !(await hasTests({ root, project: 'chromium', patterns }))) return true;
  const chromium = await ensureChromium({ root, say });
  return runJest({ ...how, projects: ['chromium'], workers: 1, chromium });
}

async function runTests({ patterns, long }, tallyFile) {
  const how = { root, patterns, long, tallyFile };
  const quick = await stage('tests', () => runJest({ ...how, projects: QUICK, workers: 2 }));
  const inBrowser = await stage('Chromium', () => runInBrowser(how)).catch((error) => say(error.message));
  return quick && inBrowser === true;
}

function report(files, content, verdict, { long }) {
  if (files.length > 0) say(['', 'Slowest test files:', ...slowest(files)].join('\n'));
  for (const { file, seconds } of overBudget(files, { long })) {
    say(`FAILED ${file} took ${seconds.toFixed(1)} s; a file has ${FILE_BUDGET_SECONDS} s`);
  }
  const { passed, failed: counted, skipped } = counts(files, { ...verdict, long });
  if (files.length === 0) say('FAILED no test file ran');
  // Nothing that failed can be named, and still the run did not end well: no browser, a crash of jest.
  const failed = counted === 0 && !content ? 1 : counted;
  if (failed > 0 && counted === 0) say('FAILED the run did not reach its end');
  say(`\nTime: ${stages.join(', ')}${skipped > 0 ? `; ${skipped} skipped` : ''}`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0;
}

async function main(options) {
  const scratch = mkdtempSync(join(tmpdir(), 'sternlight-test-'));
  const tallyFile = join(scratch, 'tally.jsonl');
  try {
    await stage('install', () => install());
    // A build that fails is the check's to report; tests that need it then fail on their own.
    await stage('build', () => prepare().catch((error) => say(error.message)));
    const verdict = options.check ? await stage('check', check) : { satisfied: 0, objecting: 0 };
    const content = await runTests(options, tallyFile);
    return report(readTally(tallyFile), content, verdict, options);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

try {
  process.exitCode = (await main(readArguments(process.argv.slice(2)))) ? 0 : 1;
} catch (error) {
  say(error.message);
  process.stdout.write('0 passed, 1 failed\n');
  process.exitCode = 1;
}
