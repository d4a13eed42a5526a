import path from 'node:path';
import { buildSync } from 'esbuild';

const CLIENT = path.join(__dirname, '..', 'client');
const cache = new Map<string, string>();

/**
 * One script of `client/` as browsers get it: a classic script, because @forge/bridge looks for its host while it is
 * being evaluated. Built at the first request (some 30 ms) and kept.
 */
export function clientScript(name: 'bridge-core' | 'site'): string {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const { outputFiles } = buildSync({
    entryPoints: [path.join(CLIENT, `${name}.ts`)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
  });
  const text = outputFiles[0]?.text ?? '';
  cache.set(name, text);
  return text;
}
