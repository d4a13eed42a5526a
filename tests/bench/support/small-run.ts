import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFunctions } from '../../../local/host/built-functions';

/** Longest a small run may take on a busy machine, a first build of the functions included. */
export const RUN_MS = 240_000;

/** Runs one bench small, as `npm run bench -- <name> --small` does; its figures. */
export async function smallRun<T>(name: string): Promise<T> {
  const bundle = await builtFunctions(process.cwd());
  const scratch = mkdtempSync(join(tmpdir(), 'sternlight-small-bench-'));
  const out = join(scratch, 'figures.json');
  try {
    const args = ['--import', 'tsx', 'bench/main.ts', '--bundle', bundle, name, '--small', '--out', out];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: process.cwd(), encoding: 'utf8' });
    if (status !== 0) throw new Error(`the bench "${name}" ended with ${String(status)}: ${stderr}`);
    return (JSON.parse(readFileSync(out, 'utf8')) as Record<string, T>)[name] as T;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
