import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { ourFiles, read, root } from './support/repository';

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Everything somebody reads before or beside the code. */
const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'local/README.md'],
  ...ourFiles(['docs'], /\.md$/),
];

const commands = (text: string) =>
  [...text.matchAll(/(?<![\w-])npm (?:run ([\w:-]+)|(start|test))/g)].map(([, named, short]) => (named ?? short)!);

/** Targets of links and pictures that lie in the repository; an address or an anchor is none. */
const targets = (text: string) =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!.split('#')[0]!)
    .filter((t) => t && !/^\w+:/.test(t));

describe('the documents tell the truth', () => {
  test.each(documents)('%s is there', (path) => {
    expect(existsSync(join(root, path))).toBe(true);
  });

  test('every command they name exists', () => {
    const named = documents.flatMap((path) => commands(read(path)).map((name) => ({ path, name })));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
  });

  test('every script is named in the README', () => {
    expect(Object.keys(scripts).filter((name) => !commands(read('README.md')).includes(name))).toEqual([]);
  });

  test('every link leads somewhere', () => {
    const broken = documents.flatMap((path) =>
      targets(read(path))
        .filter((target) => !existsSync(join(root, normalize(join(dirname(path), target)))))
        .map((target) => `${path}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test('every script runs a file that is there', () => {
    const files = Object.values(scripts).flatMap((script) => script.match(/[\w./-]+\.mjs/g) ?? []);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test('LICENSE is the one package.json names', () => {
    expect(JSON.parse(read('package.json'))).toMatchObject({ license: 'Apache-2.0' });
    expect(read('LICENSE')).toMatch(/Apache License\s+Version 2\.0/);
  });
});
