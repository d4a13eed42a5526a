import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { run } from './run.mjs';
import { withProgress } from './say.mjs';

const readLock = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined);

/** True when npm's own record of node_modules holds every package of the lock file in its version. */
export function isInstalled(root) {
  const wanted = readLock(join(root, 'package-lock.json'));
  const present = readLock(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, optional, peer, link }]) => {
    if (path === '' || link) return true;
    // Another system's prebuilt binaries and packages nobody asked for are rightly absent.
    return present[path] ? present[path].version === version : Boolean(optional || peer);
  });
}

/** Runs `npm ci` when node_modules is missing or does not match the lock file. */
export async function ensureInstalled({ root, say }) {
  if (isInstalled(root)) return;
  await withLock(join(root, '.cache/install.lock'), say, async () => {
    if (isInstalled(root)) return;
    const first = !existsSync(join(root, 'node_modules'));
    const why = first ? 'Installing the dependencies (npm ci, once)' : 'Bringing the dependencies up to date (npm ci)';
    await withProgress(say, why, () => run('npm', ['ci', '--no-progress', '--prefer-offline'], { cwd: root }));
  });
}
