import { basename } from 'node:path';
import { ourFiles, read } from './support/repository';

const code = ourFiles(['src', 'static', 'local', 'bench'], /\.(ts|tsx|mjs|cjs)$/);
const product = code.filter((path) => /^(src|static)\//.test(path));

/** Blank lines count: a file is as long as it is to read. */
const lengths = (paths: string[]) => paths.map((path) => read(path).trimEnd().split('\n').length).sort((a, b) => a - b);
const quantile = (sorted: number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

describe('the size and the names of files', () => {
  test('half of the files have ninety lines or fewer', () => {
    expect(quantile(lengths(product), 0.5)).toBeLessThanOrEqual(90);
  });

  test('nine of ten have two hundred and fifty or fewer', () => {
    expect(quantile(lengths(code), 0.9)).toBeLessThanOrEqual(250);
  });

  test('none has more than four hundred', () => {
    expect(code.filter((path) => (lengths([path])[0] ?? 0) > 400)).toEqual([]);
  });

  test('names are words with hyphens', () => {
    const name = /^[a-z0-9]+(-[a-z0-9]+)*(\.(config|test|chromium|fuzz|d))*\.(ts|tsx|mjs|cjs|mts|css|html)$/;
    const files = ourFiles(['src', 'static', 'local', 'bench', 'tests'], /\.(ts|tsx|mjs|cjs|css)$/);
    expect(files.filter((path) => !name.test(basename(path)))).toEqual([]);
  });

  test('only what the manifest calls is named index', () => {
    const indexes = code.filter((path) => /^index\./.test(basename(path)));
    expect(indexes).toEqual(['src/index.ts']);
  });
});
