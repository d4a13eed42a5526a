import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { built } from './built.mjs';
import { contentHash } from './content-hash.mjs';
import { run } from './run.mjs';
import { withProgress } from './say.mjs';

/** The code both ends share; a page is made of it as much as of its own folder. */
const SHARED = ['src/domain', 'src/contract', 'src/app', 'package.json', 'package-lock.json', 'tsconfig.base.json'];

async function customUiResources(appDir) {
  const { parse } = await import('yaml');
  const manifest = parse(readFileSync(join(appDir, 'manifest.yml'), 'utf8'));
  return (manifest.resources ?? []).map(({ key, path }) => ({ key, dist: join(appDir, path) }));
}

/** Puts the built page where the manifest points, unless it is there already. */
function place(dir, hash, dist, markPath) {
  const isPlaced = existsSync(join(dist, 'index.html')) && existsSync(markPath);
  if (isPlaced && readFileSync(markPath, 'utf8') === hash) return;
  const beside = `${dist}.${process.pid}`;
  cpSync(dir, beside, { recursive: true });
  rmSync(dist, { recursive: true, force: true });
  renameSync(beside, dist);
  mkdirSync(dirname(markPath), { recursive: true });
  writeFileSync(markPath, hash);
}

async function buildPage({ root, cacheDir, force, say }, { key, dist }) {
  const source = dirname(dist);
  if (!existsSync(join(source, 'vite.config.ts'))) return;
  const kind = `page-${key}`;
  const hash = contentHash(root, [relative(root, source), ...SHARED, 'local/bin/prepare']);
  const page = await built({ cacheDir, kind, hash, force }, (dir) =>
    withProgress(say, `Building the page "${key}" (Vite)`, () =>
      run(
        process.execPath,
        [join(root, 'node_modules/vite/bin/vite.js'), 'build', source, '--outDir', dir, '--emptyOutDir'],
        {
          cwd: root,
          env: { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
        },
      ),
    ),
  );
  place(page.dir, hash, dist, join(cacheDir, 'placed', encodeURIComponent(relative(root, dist))));
}

/** Builds each Custom UI resource that has a vite.config.ts beside its `dist`: directory by resource key. */
export async function buildPages({ appDir, ...how }) {
  const resources = await customUiResources(appDir);
  for (const resource of resources) await buildPage(how, resource);
  return Object.fromEntries(resources.map(({ key, dist }) => [key, dist]));
}
