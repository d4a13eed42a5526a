import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFunctions } from '../../../local/host/built-functions';
import { BUILD_MS, startFixture } from '../support/fixture-site';

const appDir = join(process.cwd(), 'tests/local/fixtures/platform-app');
let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'survival-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Kills the writer (-9) once it has acknowledged `count` keys; all it had acknowledged until it died. */
function killedAfter(count: number, bundleDir: string): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const script = join(__dirname, 'write-acknowledged.ts');
    const writer = spawn(process.execPath, ['--import', 'tsx', script, dataDir, appDir, bundleDir]);
    let text = '';
    writer.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.split('\n').length > count) writer.kill('SIGKILL');
    });
    writer.on('error', reject);
    writer.on('close', () => resolve(text.split('\n').slice(0, -1).map(Number)));
  });
}

beforeAll(() => builtFunctions(appDir), BUILD_MS);

it('loses nothing that was acknowledged when the process is killed in mid-write', async () => {
  const acknowledged = await killedAfter(300, await builtFunctions(appDir));
  expect(acknowledged.length).toBeGreaterThanOrEqual(300);
  const fixture = await startFixture('platform-app', { dataDir });
  const stored = new Map(
    (await fixture.get<{ key: string; value: { n: number } }[]>('/storage')).map(({ key, value }) => [key, value.n]),
  );
  expect(acknowledged.filter((n) => stored.get(`key:${n}`) !== n)).toEqual([]);
  await fixture.close();
});

it('continues where it was after a restart: values, clock and what is still to come', async () => {
  const first = await startFixture('platform-app', { dataDir });
  await first.invoke('set', { key: 'kept', value: 'yes' });
  await first.invoke('push', { jobId: 'j', events: [{ body: { name: 'later', retries: 0 }, delayInSeconds: 900 }] });
  const { now } = await first.post<{ now: number }>('/clock', { advance: 'PT5M' });
  await first.close();
  const second = await startFixture('platform-app', { dataDir });
  expect(await second.invoke('get', { key: 'kept' })).toEqual({ done: 'yes' });
  expect((await second.get<{ now: number }>('/clock')).now).toBeGreaterThanOrEqual(now);
  await second.post('/clock', { advance: 'PT11M' });
  expect((await second.get<{ key: string }[]>('/storage')).map(({ key }) => key)).toContain('seen:queue');
  await second.close();
});

it('starts over with fresh, and refuses a second site on the same data', async () => {
  const first = await startFixture('platform-app', { dataDir });
  await first.invoke('set', { key: 'old', value: 1 });
  await expect(startFixture('platform-app', { dataDir })).rejects.toThrow('in use by another local site');
  await first.close();
  const second = await startFixture('platform-app', { dataDir, fresh: true });
  expect(await second.invoke('get', { key: 'old' })).toEqual({});
  await second.close();
});
