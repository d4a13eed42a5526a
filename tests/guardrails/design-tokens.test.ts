import { ourFiles, read } from './support/repository';

const THEMES = ['light', 'dark', 'spacing', 'typography', 'shape', 'motion'];
const ARTIFACTS = 'node_modules/@atlaskit/tokens/dist/cjs/artifacts/themes';

/** What people see: the app's pages, and the part of Jira the local site draws. */
const styles = ourFiles(['static', 'local/pages'], /\.css$/);
const markup = ourFiles(['static', 'local/pages'], /\.(ts|tsx|html)$/);

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

function tokens(): Set<string> {
  return new Set(
    THEMES.flatMap((theme) => read(`${ARTIFACTS}/atlassian-${theme}.js`).match(/--ds-[\w-]+(?=:)/g) ?? []),
  );
}

const HEX = /(?<![&\w])#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})(?![\w/-])/gi;
const FUNCTION = /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(/g;
const DECLARATION = /[\w-]+\s*:([^;{}]*)[;}]/g;
const NAME =
  /(?<![\w-])(?:black|white|red|green|blue|yellow|orange|purple|gr[ae]y|silver|navy|teal|pink|brown|gold)(?![\w-])/g;

const matches = (pattern: RegExp) => (text: string) => text.match(pattern) ?? [];

/** Colour names in values; a token's own name (`--ds-text-accent-blue`) is not one. */
const namesIn = (css: string) =>
  [...css.replace(/--[\w-]+/g, '').matchAll(DECLARATION)].flatMap(([, value]) => value!.match(NAME) ?? []);

/** Colours written out in a text, with the place, so that a failure reads as a list of things to do. */
function writtenColours(paths: string[], finders: ((text: string) => string[])[]): string[] {
  return paths.flatMap((path) => {
    const text = withoutComments(read(path));
    return finders.flatMap((find) => find(text).map((found) => `${path}: ${found}`));
  });
}

describe('the look comes from Atlassian’s design tokens', () => {
  test('every token that is used exists in the pinned version', () => {
    const known = tokens();
    expect(known.size).toBeGreaterThan(300);
    const unknown = [...styles, ...markup].flatMap((path) =>
      [...withoutComments(read(path)).matchAll(/var\(\s*(--ds-[\w-]+)/g)]
        .filter(([, name]) => !known.has(name!))
        .map(([, name]) => `${path}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  test('no style sheet writes a colour out', () => {
    expect(writtenColours(styles, [matches(HEX), matches(FUNCTION), namesIn])).toEqual([]);
  });

  test('no component writes a colour out', () => {
    expect(writtenColours(markup, [matches(HEX), matches(FUNCTION)])).toEqual([]);
  });

  test('the test finds a colour when there is one', () => {
    const sample = '.card { border: 1px solid red; color: #fff; background: rgb(0 0 0 / 4%); }';
    expect([matches(HEX), matches(FUNCTION), namesIn].flatMap((find) => find(sample))).toEqual(['#fff', 'rgb(', 'red']);
  });
});
