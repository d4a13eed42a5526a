import { relative } from 'node:path';
import { built } from './built.mjs';
import { contentHash } from './content-hash.mjs';
import { run } from './run.mjs';
import { withProgress } from './say.mjs';

/** All that a function bundle is made of. */
function inputs(root, appDir) {
  const app = relative(root, appDir);
  const within = (path) => (app ? `${app}/${path}` : path);
  return [
    ...['src', 'manifest.yml', 'package.json', 'tsconfig.json', 'tsconfig.base.json'].map(within),
    'package-lock.json',
    'local/bin/prepare',
  ];
}

/** Builds the app's functions with the real @forge/bundler into the cache: `{ dir, hash, fresh }`. */
export function buildFunctions({ root, appDir, cacheDir, force, say }) {
  const hash = contentHash(root, inputs(root, appDir));
  return built({ cacheDir, kind: 'functions', hash, force }, (dir) =>
    withProgress(say, 'Building the functions (@forge/bundler)', () =>
      // The bundler resolves `src/` against the working directory and wants a CommonJS main module.
      run(process.execPath, [`${import.meta.dirname}/bundle-functions.cjs`, dir], { cwd: appDir }),
    ),
  );
}
