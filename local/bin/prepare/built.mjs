import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How many builds of a kind stay: enough to go back and forth between branches. */
const KEPT = 6;

function dropOld(kindDir, kept) {
  const old = readdirSync(kindDir)
    .filter((name) => name !== kept)
    .map((name) => ({ name, at: statSync(join(kindDir, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .slice(KEPT - 1);
  for (const { name } of old) rmSync(join(kindDir, name), { recursive: true, force: true });
}

/**
 * The directory `<cacheDir>/<kind>/<hash>`, filled by `build(dir)` when it is not there yet. A build
 * works beside it and is moved in place when complete, so a crash never leaves half a build behind.
 */
export async function built({ cacheDir, kind, hash, force }, build) {
  const kindDir = join(cacheDir, kind);
  const dir = join(kindDir, hash);
  if (existsSync(dir) && !force) return { dir, hash, fresh: false };
  const beside = join(kindDir, `${hash}.${process.pid}`);
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true });
  try {
    await build(beside);
    rmSync(dir, { recursive: true, force: true });
    renameSync(beside, dir);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    // Two builds of the same content may race; the other one's result is as good.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  }
  dropOld(kindDir, hash);
  return { dir, hash, fresh: true };
}
