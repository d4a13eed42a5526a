/** A local site in a process of its own, and its control API. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface BenchSite {
  url: string;
  /** Members of the project SUN, the crowd included; those without access left out. */
  members: string[];
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  /** A resolver function as the bridge would call it; throws what the page would see. */
  invoke<T>(as: string, functionKey: string, payload: object): Promise<T>;
  usage(): Promise<Usage>;
  forgetUsage(): Promise<void>;
  stop(): Promise<void>;
}

/** What the site counts; see local/README.md. */
export interface Usage {
  invocations: number;
  gbSeconds: number;
  gbSecondsMeasured: number;
  kvsRequests: number;
  kvsReadBytes: number;
  kvsWriteBytes: number;
  kvsReadUnits: number;
  kvsWriteUnits: number;
  realtimeOps: number;
  jiraPoints: number;
  byFunction: Record<string, { invocations: number; milliseconds: number; errors: number }>;
  refused: Record<string, number>;
  usd: { total: number; compute: number; kvsReads: number; kvsWrites: number };
  perSecond: Record<string, number>;
  perMinute: Record<string, number>;
}

export const MODULE = { module: 'retro-page', projectKey: 'SUN' };

const NO_ACCESS = '5f8c6e2d7a10b9004d3e2f55';

async function request<T>(url: string, method: string, path: string, body?: unknown): Promise<T> {
  const init: RequestInit = { method };
  if (body !== undefined)
    Object.assign(init, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const response = await fetch(`${url}/local/api${path}`, init);
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Starts `npm start`'s site on a free port with an empty database; `crowd` adds members. Resolves when it answers. */
export async function startSite(options: { bundle: string; crowd?: number }): Promise<BenchSite> {
  const data = mkdtempSync(join(tmpdir(), 'sternlight-bench-'));
  const flags = [
    '--port',
    '0',
    '--no-open',
    '--data',
    data,
    '--bundle',
    options.bundle,
    '--crowd',
    String(options.crowd ?? 0),
  ];
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = /(https?:\/\/\S+?)\/?$/.exec(line);
      if (line.includes('ready') && match?.[1]) resolve(match[1]);
    });
    child.once('exit', (code) => reject(new Error(`the site ended with ${String(code)}`)));
  });
  const health = await request<{ users: { accountId: string }[] }>(url, 'GET', '/health');
  return {
    url,
    members: health.users.map((user) => user.accountId).filter((id) => id !== NO_ACCESS),
    get: (path) => request(url, 'GET', path),
    post: (path, body) => request(url, 'POST', path, body),
    async invoke<T>(as: string, functionKey: string, payload: object): Promise<T> {
      const answer = await request<{ ok: boolean; value?: T; error?: string }>(url, 'POST', '/invoke', {
        as,
        ...MODULE,
        functionKey,
        payload,
      });
      if (!answer.ok) throw new Error(answer.error);
      return answer.value as T;
    },
    usage: () => request<Usage>(url, 'GET', '/usage'),
    forgetUsage: async () => void (await request(url, 'DELETE', '/usage')),
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', () => {
          rmSync(data, { recursive: true, force: true });
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}
