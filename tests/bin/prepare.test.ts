import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { built } from '../../local/bin/prepare/built.mjs';
import { contentHash } from '../../local/bin/prepare/content-hash.mjs';
import { isInstalled } from '../../local/bin/prepare/install.mjs';
import { withLock } from '../../local/bin/prepare/lock.mjs';
import { run } from '../../local/bin/prepare/run.mjs';

let root: string;

function write(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sternlight-prepare-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the hash of what a build is made of', () => {
  beforeEach(() => {
    write('src/a.ts', 'one');
    write('src/b.ts', 'two');
  });

  test('stays when nothing changes', () => {
    expect(contentHash(root, ['src'])).toBe(contentHash(root, ['src']));
  });

  test.each([
    ['a content changes', () => write('src/a.ts', 'other')],
    ['a file comes', () => write('src/c.ts', '')],
    ['a file goes', () => rmSync(join(root, 'src/b.ts'))],
    [
      'two files swap contents',
      () => {
        write('src/a.ts', 'two');
        write('src/b.ts', 'one');
      },
    ],
  ])('changes when %s', (_, change) => {
    const before = contentHash(root, ['src']);
    change();
    expect(contentHash(root, ['src'])).not.toBe(before);
  });

  test('is not touched by what was built', () => {
    const before = contentHash(root, ['src']);
    write('src/dist/a.js', 'built');
    expect(contentHash(root, ['src'])).toBe(before);
  });
});

describe('a build', () => {
  const build = jest.fn(async (dir: string) => writeFileSync(join(dir, 'out.js'), 'built'));
  const how = () => ({ cacheDir: root, kind: 'functions', hash: 'abc', force: false });

  beforeEach(() => build.mockClear());

  test('happens once for one content', async () => {
    const first = await built(how(), build);
    const second = await built(how(), build);
    expect(build).toHaveBeenCalledTimes(1);
    expect([first.fresh, second.fresh, second.dir]).toEqual([true, false, first.dir]);
    expect(readFileSync(join(second.dir, 'out.js'), 'utf8')).toBe('built');
  });

  test('happens again when asked to', async () => {
    await built(how(), build);
    await built({ ...how(), force: true }, build);
    expect(build).toHaveBeenCalledTimes(2);
  });

  test('that fails leaves nothing to be mistaken for one', async () => {
    const fails = async (dir: string) => {
      writeFileSync(join(dir, 'half.js'), '');
      throw new Error('a type error');
    };
    await expect(built(how(), fails)).rejects.toThrow('a type error');
    expect(readdirSync(join(root, 'functions'))).toEqual([]);
  });

  test('of long ago is dropped, the latest ones stay', async () => {
    for (let n = 0; n < 9; n += 1) await built({ ...how(), hash: `h${n}` }, build);
    expect(readdirSync(join(root, 'functions'))).toHaveLength(6);
    expect(existsSync(join(root, 'functions/h8'))).toBe(true);
  });
});

describe('the dependencies count as installed', () => {
  const lock = (packages: object) => JSON.stringify({ packages });
  const wanted = {
    '': {},
    'node_modules/hono': { version: '4.0.0' },
    'node_modules/mac': { version: '1.0.0', optional: true },
  };

  test.each([
    ['when every package has its version', { 'node_modules/hono': { version: '4.0.0' } }, true],
    ['not when one has another version', { 'node_modules/hono': { version: '3.0.0' } }, false],
    ['not when one is missing', {}, false],
  ])('%s', (_, present, expected) => {
    write('package-lock.json', lock(wanted));
    write('node_modules/.package-lock.json', lock(present));
    expect(isInstalled(root)).toBe(expected);
  });

  test('not when nothing was ever installed', () => {
    write('package-lock.json', lock(wanted));
    expect(isInstalled(root)).toBe(false);
  });
});

describe('two commands that prepare at once', () => {
  const quiet = () => {};

  test('take turns', async () => {
    const order: string[] = [];
    const path = join(root, 'install.lock');
    const work = (name: string) => async () => {
      order.push(`${name} in`);
      await new Promise((done) => setTimeout(done, 50));
      order.push(`${name} out`);
    };
    await Promise.all([withLock(path, quiet, work('a')), withLock(path, quiet, work('b'))]);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out']);
  });

  test('do not wait for one that was killed', async () => {
    const path = join(root, 'install.lock');
    const pid = Number(await run(process.execPath, ['-p', 'process.pid']));
    writeFileSync(path, String(pid));
    await expect(withLock(path, quiet, async () => 'done')).resolves.toBe('done');
  });
});

test('a program that fails says why', async () => {
  const script = 'console.log("one"); console.error("two"); process.exit(3)';
  await expect(run(process.execPath, ['-e', script])).rejects.toThrow(/failed \(3\)\n(one\ntwo|two\none)/);
});
