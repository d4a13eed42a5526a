import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { createRestAdapter } from '../../../local/jira/rest-adapter';
import { smallSite, type SmallSite } from './small-site';

const started: ServerType[] = [];
afterEach(() => {
  for (const server of started.splice(0)) server.close();
});

/** The small Jira on a port of its own. */
async function listen(site: SmallSite): Promise<string> {
  const app = new Hono().route('/rest', createRestAdapter(site.jira));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      resolve(`http://127.0.0.1:${port}`),
    );
    started.push(server);
  });
}

function run(script: string, ...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(__dirname, script), ...args], {
      env: { ...process.env, AUDIT_SCHEMAS: 'true' },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

test('a real Jira client walks create, assign, sprint, transition, search and remote link', async () => {
  const site = smallSite();
  const { code, out, err } = await run('real-client.mjs', await listen(site), 'devon.carter@example.com');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toMatchObject({
    me: 'Devon Carter',
    found: ['SUN-16'],
    key: 'SUN-16',
    status: 'Done',
    assignee: 'Priya Raghunathan',
    drift: [],
  });
  expect(JSON.parse(out).steps).toHaveLength(20);
}, 30_000);

test('basic auth takes an e-mail address or an account id, whatever the password, and no stranger', async () => {
  const site = smallSite();
  const host = await listen(site);
  const ask = async (user: string) => {
    const answer = await fetch(`${host}/rest/api/3/myself`, {
      headers: { authorization: `Basic ${Buffer.from(`${user}:pass:word`).toString('base64')}` },
    });
    return answer.status === 200 ? ((await answer.json()) as { displayName: string }).displayName : answer.status;
  };
  expect(await ask('tane.wiremu@example.com')).toBe('Tane Wiremu');
  expect(await ask(site.accountId('Tane'))).toBe('Tane Wiremu');
  expect(await ask('stranger@example.com')).toBe(401);
  expect(site.jira.points()).toBe(0);
});
