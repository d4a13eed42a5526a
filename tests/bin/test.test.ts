import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './test/arguments.mjs';
import { counts, overBudget, readTally, slowest } from './test/tally.mjs';

const file = (name: string, seconds: number, passed = 1, failed = 0) => ({
  file: name,
  seconds,
  passed,
  failed,
  skipped: 0,
});
const quiet = { satisfied: 0, objecting: 0, long: false };

describe('npm test counts', () => {
  test('tests and judges', () => {
    const files = [file('a.test.ts', 1, 3), file('b.test.ts', 1, 2, 1)];
    expect(counts(files, { satisfied: 4, objecting: 2, long: false })).toEqual({ passed: 9, failed: 3, skipped: 0 });
  });

  test('a run without a test as a failure', () => {
    expect(counts([], quiet).failed).toBe(1);
  });

  test('a file over ninety seconds as a failure', () => {
    expect(counts([file('a.test.ts', 91)], quiet).failed).toBe(1);
    expect(counts([file('a.test.ts', 89)], quiet).failed).toBe(0);
  });

  test('but not a fuzz that was asked to be long', () => {
    const files = [file('live.fuzz.test.ts', 900), file('board.test.ts', 900)];
    expect(overBudget(files, { long: true }).map((one: { file: string }) => one.file)).toEqual(['board.test.ts']);
    expect(overBudget(files, { long: false })).toHaveLength(2);
  });

  test('and names the ten slowest, the slowest first', () => {
    const files = Array.from({ length: 12 }, (_, n) => file(`${n}.test.ts`, n));
    expect(slowest(files)).toHaveLength(10);
    expect(slowest(files)[0]).toBe('   11.0 s  11.test.ts');
  });

  test('what the reporter wrote, and nothing where it wrote nothing', () => {
    const scratch = mkdtempSync(join(tmpdir(), 'sternlight-tally-'));
    const path = join(scratch, 'tally.jsonl');
    expect(readTally(path)).toEqual([]);
    writeFileSync(path, `${JSON.stringify(file('a.test.ts', 1))}\n${JSON.stringify(file('b.test.ts', 2))}\n`);
    expect(readTally(path).map((one: { file: string }) => one.file)).toEqual(['a.test.ts', 'b.test.ts']);
    rmSync(scratch, { recursive: true });
  });
});

describe('npm test --', () => {
  test('runs everything without arguments', () => {
    expect(readArguments([])).toEqual({ long: false, check: true, patterns: [] });
  });

  test('runs the long fuzz with --long', () => {
    expect(readArguments(['--long'])).toMatchObject({ long: true, check: true });
  });

  test('leaves the check out when only some files are wanted', () => {
    expect(readArguments(['voting', 'board'])).toEqual({ long: false, check: false, patterns: ['voting', 'board'] });
  });

  test('says which arguments there are when it does not know one', () => {
    expect(() => readArguments(['--watch'])).toThrow('--watch');
  });
});
