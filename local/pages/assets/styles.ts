import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pageTokens } from './tokens';

const STYLES = path.join(__dirname, '..', 'styles');

let built: string | undefined;

/** The site's one style sheet: tokens, then every file of `styles/` in the order of its name. Read once. */
export function siteStyles(): string {
  built ??= buildStyles();
  return built;
}

function buildStyles(): string {
  const files = readdirSync(STYLES)
    .filter((name) => name.endsWith('.css'))
    .sort();
  return [pageTokens(), ...files.map((name) => readFileSync(path.join(STYLES, name), 'utf8'))].join('\n');
}
