import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJudges } from './check/run-judges.mjs';

let root: string;
let said: string[];

const satisfied = (name: string, run = jest.fn(async () => 'fine')) => ({ name, inputs: ['input.txt'], run });
const objects = (name: string, run = jest.fn(async () => Promise.reject(new Error('line 3 is wrong')))) => ({
  name,
  inputs: ['input.txt'],
  run,
});

const ask = (judges: { name: string; inputs: string[]; run: () => Promise<string> }[], fresh = false) =>
  runJudges(judges, { root, cacheDir: join(root, 'cache'), say: (line: string) => said.push(line), fresh });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sternlight-check-'));
  writeFileSync(join(root, 'input.txt'), 'one');
  said = [];
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the judges of a check', () => {
  test('each have their line', async () => {
    expect(await ask([satisfied('types'), satisfied('lint')])).toEqual([]);
    expect(said).toEqual([expect.stringMatching(/^ok +types +\d+\.\d s +fine$/), expect.stringMatching(/^ok +lint /)]);
  });

  test('are not asked again while nothing changes', async () => {
    const judge = satisfied('types');
    await ask([judge]);
    await ask([judge]);
    expect(judge.run).toHaveBeenCalledTimes(1);
    expect(said[1]).toMatch(/^same +types .*fine$/);
  });

  test('are asked again after a change, or when somebody insists', async () => {
    const judge = satisfied('types');
    await ask([judge]);
    writeFileSync(join(root, 'input.txt'), 'two');
    await ask([judge]);
    await ask([judge], true);
    expect(judge.run).toHaveBeenCalledTimes(3);
  });

  test('that object are named, with what they say, each time', async () => {
    const judge = objects('lint');
    expect(await ask([judge, satisfied('types')])).toEqual(['lint']);
    expect(said.join('\n')).toContain('line 3 is wrong');
    expect(await ask([judge])).toEqual(['lint']);
    expect(judge.run).toHaveBeenCalledTimes(2);
  });

  test('work two at a time', async () => {
    let working = 0;
    let most = 0;
    const slow = async () => {
      most = Math.max(most, (working += 1));
      await new Promise((done) => setTimeout(done, 20));
      working -= 1;
      return '';
    };
    await ask(['a', 'b', 'c', 'd'].map((name) => satisfied(name, jest.fn(slow))));
    expect(most).toBe(2);
  });
});
