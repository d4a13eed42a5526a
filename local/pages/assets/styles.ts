import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pageTokens } from './tokens';

const STYLES = path.join(__dirname, '..', 'styles');

/** The site's one style sheet: tokens, then every file of `styles/` in the order of its name. */
export function siteStyles(): string {
  const files = readdirSync(STYLES)
    .filter((name) => name.endsWith('.css'))
    .sort();
  return [pageTokens(), ...files.map((name) => readFileSync(path.join(STYLES, name), 'utf8'))].join('\n');
}
