import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { run } from '../../../local/bin/prepare/run.mjs';
import { buildFunctions } from '../../../local/bin/prepare/functions.mjs';
import { buildPages } from '../../../local/bin/prepare/pages.mjs';
import { filesUnder } from '../../../local/bin/prepare/content-hash.mjs';

const CODE = ['src', 'static', 'local', 'bench', 'tests'];
const SETTINGS = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'jest.config.mjs',
  'eslint.config.mjs',
  '.dependency-cruiser.cjs',
  'knip.json',
  '.prettierrc',
  '.prettierignore',
];
const EVERYTHING = [...CODE, ...SETTINGS, 'manifest.yml'];
const SHIPPED = [
  'src',
  'static',
  'manifest.yml',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.json',
];

const TSCONFIGS = [
  'tsconfig.json',
  'src/domain/tsconfig.json',
  'static/*/tsconfig.json',
  'local/tsconfig.json',
  'bench/tsconfig.json',
  'tests/tsconfig.json',
];

const isTypeScript = (file) => /\.tsx?$/.test(file);

function globbed(root, pattern) {
  if (!pattern.includes('*')) return [pattern];
  const [parent, rest] = pattern.split('/*/');
  return filesUnder(join(root, parent))
    .map((file) => file.slice(root.length + 1))
    .filter((file) => file.endsWith(`/${rest}`));
}

/** One judge per tsconfig.json that has anything to check. */
function typeJudges({ root, node }) {
  return TSCONFIGS.flatMap((pattern) => globbed(root, pattern))
    .filter((tsconfig) => filesUnder(join(root, dirname(tsconfig))).some(isTypeScript))
    .map((tsconfig) => ({
      name: `types ${dirname(tsconfig) === '.' ? 'src' : dirname(tsconfig)}`,
      inputs: EVERYTHING,
      run: () => node('node_modules/typescript/bin/tsc', '--noEmit', '-p', tsconfig),
    }));
}

/** Atlassian's own judges: they need what ships to be built first, because the manifest points at it. */
function atlassianJudges({ root, cacheDir, node, descriptions }) {
  const how = { root, appDir: root, cacheDir, say: () => {} };
  const here = 'tests/bin/check';
  let building;
  const build = () => (building ??= Promise.all([buildFunctions(how), buildPages(how)]));
  // A failing build is the build's own complaint; these then say what they find without it.
  const afterBuild = async (...args) => {
    await build().catch(() => {});
    return node(...args);
  };
  return [
    {
      name: 'build',
      inputs: [...SHIPPED, 'local/bin/prepare'],
      run: async () => {
        await build();
        return '@forge/bundler and Vite';
      },
    },
    {
      name: 'forge lint',
      inputs: [...SHIPPED, here, ...(descriptions ? [] : ['no-descriptions'])],
      run: () => afterBuild(`${here}/judge-forge-lint.cjs`, descriptions ?? ''),
    },
    {
      name: 'manifest',
      inputs: [...SHIPPED, here],
      run: () => afterBuild(`${here}/judge-manifest.cjs`),
    },
  ];
}

/** Atlassian's descriptions of Jira's REST, when they lie beside the repository or JIRA_OPENAPI_DIR names them. */
function findDescriptions(root) {
  const dir = resolve(root, process.env.JIRA_OPENAPI_DIR ?? '../shared/jira-openapi');
  return existsSync(join(dir, 'jira-platform.trimmed.json')) ? dir : undefined;
}

/** Everything `npm run check` asks, the slowest first: `{ name, inputs, run }`. */
export function judges({ root, cacheDir }) {
  const node = (script, ...args) => run(process.execPath, [script, ...args], { cwd: root, env: { FORCE_COLOR: '0' } });
  const context = { root, cacheDir, node, descriptions: findDescriptions(root) };
  return [
    {
      name: 'lint',
      inputs: EVERYTHING,
      run: () => node('node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'),
    },
    ...atlassianJudges(context),
    ...typeJudges(context),
    {
      name: 'unused',
      inputs: EVERYTHING,
      run: () => node('node_modules/knip/bin/knip.js', '--no-progress'),
    },
    {
      name: 'format',
      inputs: [...EVERYTHING, 'docs', '.ci'],
      run: () => node('node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'),
    },
    {
      name: 'import directions',
      inputs: EVERYTHING,
      run: async () =>
        (
          await node(
            'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
            ...[
              '--config',
              '.dependency-cruiser.cjs',
              'eslint.config.mjs',
              ...CODE.filter((dir) => existsSync(join(root, dir))),
            ],
          )
        ).replace(/^\W+/, ''),
    },
  ];
}
