// A Vite plugin: `virtual:tokens.css` holds the design tokens this page uses, in light and dark, taken from Atlassian's
// own list. Jira links the same tokens into the page; ours are there before those arrive, and where no Jira is.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ID = 'virtual:tokens.css';
const TOKEN = /--ds-[a-z0-9-]+/g;
const require = createRequire(import.meta.url);

/** A theme of Atlassian's as name -> value. */
function theme(name) {
  const css = require(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}.js`).default;
  return new Map([...css.matchAll(/(--ds-[a-z0-9-]+):\s*([^;]+);/g)].map(([, token, value]) => [token, value]));
}

function sourceFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(css|tsx?)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every token's name that occurs in a folder of sources, sorted. */
export function usedTokens(folder) {
  const names = sourceFiles(folder).flatMap((file) => readFileSync(file, 'utf8').match(TOKEN) ?? []);
  return [...new Set(names)].sort();
}

const block = (selector, tokens) =>
  `${selector} {\n${tokens.map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}\n`;

/** Names of a folder's sources that Atlassian's list does not know. */
export function unknownTokens(folder) {
  const known = ['light', 'spacing', 'typography', 'shape'].map(theme);
  return usedTokens(folder).filter((name) => !known.some((tokens) => tokens.has(name)));
}

/** The tokens a folder of sources uses as a style sheet; throws when one of them does not exist. */
export function tokensCss(folder) {
  const unknown = unknownTokens(folder);
  if (unknown.length > 0) throw new Error(`not in @atlaskit/tokens: ${unknown.join(', ')}`);
  const names = usedTokens(folder);
  const pick = (...themes) =>
    names.flatMap((name) => {
      const value = themes.map((tokens) => tokens.get(name)).find((found) => found !== undefined);
      return value === undefined ? [] : [[name, value]];
    });
  const dark = pick(theme('dark'));
  // `:where` keeps ours below Jira's, whatever order they arrive in.
  return [
    block(':where(html)', pick(theme('light'), theme('spacing'), theme('typography'), theme('shape'))),
    block(":where(html[data-color-mode='dark'])", [['color-scheme', 'dark'], ...dark]),
    `@media (prefers-color-scheme: dark) {\n${block(':where(html:not([data-color-mode]))', [['color-scheme', 'dark'], ...dark])}}\n`,
  ].join('\n');
}

/** For `plugins` in vite.config.ts; `folder` is where the page's sources lie. */
export function tokensPlugin(folder) {
  return {
    name: 'sternlight-tokens',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) => (id === `\0${ID}` ? tokensCss(folder) : undefined),
  };
}
