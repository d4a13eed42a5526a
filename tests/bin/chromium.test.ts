import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, findChromium } from './test/chromium.mjs';

const before = process.env['CHROME_PATH'];
let folder: string;

function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sternlight-chromium-'));
});

afterEach(() => {
  if (before === undefined) delete process.env['CHROME_PATH'];
  else process.env['CHROME_PATH'] = before;
  rmSync(folder, { recursive: true, force: true });
});

describe('the browser of the tests', () => {
  test('is the one CHROME_PATH names', async () => {
    const path = program('chrome', 'echo Chromium 150');
    process.env['CHROME_PATH'] = path;
    expect(findChromium()).toBe(path);
    await expect(ensureChromium({ root: folder, say: fail })).resolves.toBe(path);
  });

  test('is not one that does not start', () => {
    const path = program('chrome', 'echo "error while loading shared libraries" >&2; exit 127');
    process.env['CHROME_PATH'] = path;
    expect(findChromium()).not.toBe(path);
  });

  test('is not one that is not there', () => {
    process.env['CHROME_PATH'] = join(folder, 'nowhere');
    expect(findChromium()).not.toBe(process.env['CHROME_PATH']);
  });
});

function fail(line: string): never {
  throw new Error(`installed a browser although one is there: ${line}`);
}
