import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

/** Builds the fixture Custom UI into a directory of its own and answers with it. */
export function buildFixture(): string {
  const source = path.join(__dirname, '..', 'fixture');
  const directory = path.join(mkdtempSync(path.join(tmpdir(), 'pages-fixture-')), 'dist');
  mkdirSync(directory);
  for (const file of ['index.html', 'app.css']) copyFileSync(path.join(source, file), path.join(directory, file));
  buildSync({
    entryPoints: [path.join(source, 'app.ts')],
    outfile: path.join(directory, 'app.js'),
    bundle: true,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"test"', global: 'globalThis' },
  });
  return directory;
}
