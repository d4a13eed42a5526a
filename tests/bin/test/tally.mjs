import { existsSync, readFileSync } from 'node:fs';

/** Longest a test file may take, seconds: a suite that creeps past it is split or made quicker. */
export const FILE_BUDGET_SECONDS = 90;
const SLOWEST_SHOWN = 10;

/** The test files that ran: `{ file, seconds, passed, failed, skipped }[]`. */
export function readTally(path) {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const total = (files, of) => files.reduce((sum, file) => sum + file[of], 0);

/** Files over their budget; a long run's fuzz is meant to be long. */
export function overBudget(files, { long }) {
  return files.filter(({ file, seconds }) => seconds > FILE_BUDGET_SECONDS && !(long && file.includes('.fuzz.')));
}

/** The slowest files, one line each. */
export function slowest(files) {
  return [...files]
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST_SHOWN)
    .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`);
}

/** What ran altogether. A check's judge counts as one test, a file over budget or an empty run as one failure. */
export function counts(files, { satisfied, objecting, long }) {
  return {
    passed: total(files, 'passed') + satisfied,
    failed: total(files, 'failed') + objecting + overBudget(files, { long }).length + (files.length === 0 ? 1 : 0),
    skipped: total(files, 'skipped'),
  };
}
