import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../../../static/retro/src/messages/message';

const sources = join(__dirname, '../../../static/retro/src');
const read = (path: string): string => readFileSync(join(sources, path), 'utf8');

/** Sections that come with the rooms that speak them. */
const LATER = ['home', 'lobby', 'summary', 'team'];

const files = readdirSync(join(sources, 'features'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name).slice(sources.length + 1));

const mentions = (source: string, prefix: string): boolean => new RegExp(`['\`]${prefix}\\.[A-Za-z$]`).test(source);

test.each(LATER)('every file that speaks the section "%s" brings it along', async (section) => {
  const module = (await import(`../../../static/retro/src/messages/en-us/${section}`)) as Record<
    string,
    Record<string, Message>
  >;
  const prefixes = new Set(Object.keys(module[section] ?? {}).map((key) => key.split('.')[0] ?? ''));
  expect(prefixes.size).toBeGreaterThan(0);
  const speakers = files.filter((file) => [...prefixes].some((prefix) => mentions(read(file), prefix)));
  const silent = speakers.filter((file) => !read(file).includes(`import '../../messages/en-us/${section}';`));
  expect(speakers.length).toBeGreaterThan(0);
  expect(silent).toEqual([]);
});

test('the page’s first chunk carries only the sections every retro needs', () => {
  for (const section of LATER) expect(read('i18n/t.ts')).not.toContain(`en-us/${section}'`);
});
