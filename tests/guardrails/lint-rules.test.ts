import { plantTree, type PlantedTree } from './support/planted-tree';

interface FileReport {
  filePath: string;
  messages: { ruleId: string | null; line: number }[];
}

const branches = Array.from({ length: 11 }, (_, n) => `  if (n === ${n}) return ${n};`).join('\n');
const lines = (count: number) => Array.from({ length: count }, (_, n) => `  list.push(${n});`).join('\n');
const longFunction = (count: number) => `export function long(list: number[]) {\n${lines(count)}\n}`;

/** One file per promise of the rules: where it lies, what it holds, which rule must object. */
const PLANTED: { promise: string; path: string; content: string; rule: string }[] = [
  {
    promise: 'the rules do not read the clock',
    path: 'src/domain/now.ts',
    content: 'export const at = () => Date.now();',
    rule: 'no-restricted-properties',
  },
  {
    promise: 'nor does a use case',
    path: 'src/app/now.ts',
    content: 'export const at = () => new Date();',
    rule: 'no-restricted-syntax',
  },
  {
    promise: 'the rules do not roll dice',
    path: 'src/domain/dice.ts',
    content: 'export const dice = () => Math.random();',
    rule: 'no-restricted-properties',
  },
  {
    promise: 'the rules do not ask the network',
    path: 'src/domain/network.ts',
    content: "export const page = () => void fetch('https://example.com');",
    rule: 'no-restricted-globals',
  },
  {
    promise: 'the rules import nothing but themselves',
    path: 'src/domain/outside.ts',
    content: "import { addDays } from 'date-fns';\nexport const tomorrow = (at: Date) => addDays(at, 1);",
    rule: 'no-restricted-imports',
  },
  {
    promise: 'nothing is of any type',
    path: 'src/app/any.ts',
    content: 'export const loose = (value: any): unknown => value;',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    promise: 'no promise is left alone',
    path: 'src/platform/alone.ts',
    content: 'const write = async () => 1;\nexport const save = () => {\n  write();\n};',
    rule: '@typescript-eslint/no-floating-promises',
  },
  {
    promise: 'a function has ten branches at most',
    path: 'src/app/branches.ts',
    content: `export function branch(n: number) {\n${branches}\n  return n;\n}`,
    rule: 'complexity',
  },
  {
    promise: 'a function has sixty lines at most',
    path: 'src/app/long.ts',
    content: longFunction(60),
    rule: 'max-lines-per-function',
  },
  {
    promise: 'a component has a hundred and twenty',
    path: 'static/retro/src/features/long.tsx',
    content: longFunction(120),
    rule: 'max-lines-per-function',
  },
  {
    promise: 'a file has four hundred',
    path: 'local/long.ts',
    content: `export const list = [\n${'  1,\n'.repeat(400)}];`,
    rule: 'max-lines',
  },
  {
    promise: 'everything is exported by name',
    path: 'src/app/default.ts',
    content: 'export default 1;',
    rule: 'no-restricted-syntax',
  },
  {
    promise: 'there are no barrels',
    path: 'src/app/barrel.ts',
    content: "export * from './any';",
    rule: 'no-restricted-syntax',
  },
  {
    promise: 'a text in a page comes from the catalogue',
    path: 'static/retro/src/features/text.tsx',
    content: 'export const Text = () => <p>Add a card</p>;',
    rule: 'sternlight/no-visible-literals',
  },
  {
    promise: 'so does one of two texts',
    path: 'static/retro/src/features/either.tsx',
    content: "export const Either = ({ on }: { on: boolean }) => <p>{on ? 'On' : ''}</p>;",
    rule: 'sternlight/no-visible-literals',
  },
  {
    promise: 'so does what is read aloud',
    path: 'static/retro/src/features/label.tsx',
    content: 'export const Label = () => <input aria-label="Card text" />;',
    rule: 'sternlight/no-visible-literals',
  },
  {
    promise: 'so does what stands in an empty field',
    path: 'static/retro/src/features/placeholder.tsx',
    content: 'export const Field = ({ n }: { n: number }) => <input placeholder={`Up to ${n} characters`} />;',
    rule: 'sternlight/no-visible-literals',
  },
];

const CLEAN = {
  'src/domain/fine.ts': 'export const later = (at: number) => new Date(at);',
  'src/app/fine.ts': longFunction(50),
  'static/retro/src/features/fine.tsx':
    "export const Fine = ({ t }: { t: (key: string) => string }) => (\n  <p title={t('a')} className=\"card\">\n    {t('b')} · 3\n  </p>\n);",
  'local/fine.ts': 'export const fine = 1;',
  'bench/fine.ts': 'export const fine = 1;',
  'tests/fine.ts': 'export const fine = 1;',
};

function lint(tree: PlantedTree): FileReport[] {
  return tree.judge('eslint/bin/eslint.js', '--format', 'json', 'src', 'static', 'local') as FileReport[];
}

describe('the lint rules', () => {
  let tree: PlantedTree;
  let report: FileReport[];

  beforeAll(() => {
    tree = plantTree({ ...CLEAN, ...Object.fromEntries(PLANTED.map(({ path, content }) => [path, `${content}\n`])) });
    report = lint(tree);
  }, 60_000);

  afterAll(() => tree.remove());

  const objections = (path: string) =>
    report.filter(({ filePath }) => filePath.endsWith(path)).flatMap(({ messages }) => messages.map((m) => m.ruleId));

  test.each(PLANTED)('$promise ($rule)', ({ path, rule }) => {
    expect(objections(path)).toContain(rule);
  });

  test.each(Object.keys(CLEAN).filter((path) => /^(src|static|local)/.test(path)))('%s is fine', (path) => {
    expect(report.some(({ filePath }) => filePath.endsWith(path))).toBe(true);
    expect(objections(path)).toEqual([]);
  });
});
