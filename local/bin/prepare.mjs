// Everything a command needs before it can start, from a bare clone. Node's own modules only:
// this file and `prepare/` run before anything is installed.
import { join, resolve } from 'node:path';
import { buildFunctions } from './prepare/functions.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { buildPages } from './prepare/pages.mjs';
import { sayLine } from './prepare/say.mjs';

/** The repository's root, absolute. */
export const repositoryRoot = resolve(import.meta.dirname, '../..');

/**
 * Installs what is missing and builds what has changed; nothing changed: well under a second.
 * Throws an Error whose message is the builder's own output when a build fails.
 */
export async function prepare({ appDir = repositoryRoot, pages = true, force = false, say = sayLine } = {}) {
  const root = repositoryRoot;
  const app = resolve(appDir);
  const cacheDir = join(root, '.cache');
  await ensureInstalled({ root, say });
  const [functions, resources] = await Promise.all([
    buildFunctions({ root, appDir: app, cacheDir, force, say }),
    pages ? buildPages({ root, appDir: app, cacheDir, force, say }) : {},
  ]);
  return { appDir: app, manifestPath: join(app, 'manifest.yml'), functions, resources };
}

/** Only the dependencies, for commands that build nothing. */
export function install({ say = sayLine } = {}) {
  return ensureInstalled({ root: repositoryRoot, say });
}
