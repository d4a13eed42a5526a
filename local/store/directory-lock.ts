import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCK_FILE = 'site.pid';
const ours = new Set<string>();

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function holder(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Claims a data directory for this process; two sites on one file would have two clocks. Returns what releases it.
 * The claim of a process that was killed counts for nothing.
 */
export function lockDirectory(directory: string): () => void {
  const file = join(directory, LOCK_FILE);
  const pid = holder(file);
  const taken = ours.has(directory) || (pid !== undefined && pid !== process.pid && isAlive(pid));
  if (taken) throw new Error(`The data folder ${directory} is in use by another local site.`);
  ours.add(directory);
  writeFileSync(file, String(process.pid));
  return () => {
    ours.delete(directory);
    rmSync(file, { force: true });
  };
}
