import { join } from 'node:path';
import { tokensCss, unknownTokens, usedTokens } from '../../static/retro/tokens-css.mjs';

const sources = join(__dirname, '../../static/retro/src');

test('every design token the page uses is one of Atlassian’s', () => {
  expect(unknownTokens(sources)).toEqual([]);
});

test('the style sheet holds what is used, in light and dark, below Jira’s own tokens', () => {
  const css = tokensCss(sources);
  for (const name of usedTokens(sources)) expect(css).toContain(`${name}:`);
  expect(css).toContain(":where(html[data-color-mode='dark'])");
  expect(css).toContain('prefers-color-scheme: dark');
});
