import { plantTree, type PlantedTree } from './support/planted-tree';

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** What each rule must refuse: one planted file each, importing what it may not. */
const PLANTED = {
  'domain-knows-itself': {
    'src/domain/bad.ts': "import { payload } from '#contract/payload';\nexport const bad = payload;",
  },
  'contract-knows-domain': { 'src/contract/bad.ts': "import { cast } from '#app/cast';\nexport const bad = cast;" },
  'app-knows-ports': { 'src/app/bad.ts': "import { store } from '#platform/store';\nexport const bad = store;" },
  'platform-is-below-assembly': {
    'src/platform/bad.ts': "import { resolver } from '../index';\nexport const bad = resolver;",
  },
  'frontend-knows-contract': { 'src/frontend/bad.ts': "import { cast } from '#app/cast';\nexport const bad = cast;" },
  'page-knows-contract': {
    'static/retro/src/features/bad.ts':
      "import { resolver } from '../../../../src/index';\nexport const bad = resolver;",
  },
  'practice-knows-app': {
    'static/retro/src/practice/bad.ts': "import { store } from '#platform/store';\nexport const bad = store;",
  },
  'forge-at-the-edge': {
    'src/app/bad-forge.ts': "import api from '@forge/api';\nexport const bad = api;",
    'static/retro/src/features/bad-bridge.ts': "import { invoke } from '@forge/bridge';\nexport const bad = invoke;",
  },
  'local-runs-what-was-built': {
    'local/bad.ts': "import { resolver } from '../src/index';\nexport const bad = resolver;",
    'local/bad-page.ts': "import { session } from '../static/retro/src/session/session';\nexport const bad = session;",
  },
  'bench-drives-session-and-site': {
    'bench/bad.ts': "import { store } from '../src/platform/store';\nexport const bad = store;",
  },
  'no-cycles': {
    'src/domain/egg.ts': "import { hen } from './hen';\nexport const egg = () => hen;",
  },
  'no-orphans': { 'local/alone.ts': 'export const alone = 1;' },
  'no-unlisted-packages': { 'local/unlisted.ts': "import { __assign } from 'tslib';\nexport const bad = __assign;" },
  'no-dev-packages-in-the-product': { 'src/app/tool.ts': "import { parse } from 'yaml';\nexport const bad = parse;" },
  'no-unresolvable': { 'local/nowhere.ts': "import { gone } from './gone';\nexport const bad = gone;" },
} satisfies Record<string, Record<string, string>>;

/** What a planted file needs beside it, and what is no violation itself. */
const BESIDE = { 'src/domain/hen.ts': "import { egg } from './egg';\nexport const hen = () => egg;" };

/** A tree in which everything imports only what it may. */
const CLEAN = {
  'src/domain/ballot.ts': 'export const ballot = 1;',
  'src/contract/payload.ts': "import { ballot } from '#domain/ballot';\nexport const payload = ballot;",
  'src/app/cast.ts': "import { payload } from '#contract/payload';\nexport const cast = payload;",
  'src/platform/store.ts':
    "import api from '@forge/api';\nimport { cast } from '#app/cast';\nexport const store = [api, cast];",
  'src/index.ts': "import { store } from '#platform/store';\nexport const resolver = store;",
  'static/retro/src/bridge/api.ts':
    "import { invoke } from '@forge/bridge';\nimport { payload } from '#contract/payload';\nexport const api = [invoke, payload];",
  'static/retro/src/session/session.ts': "import { ballot } from '#domain/ballot';\nexport const session = ballot;",
  'static/retro/src/practice/practice.ts': "import { cast } from '#app/cast';\nexport const practice = cast;",
  'static/retro/src/main.tsx':
    "import { api } from './bridge/api';\nimport { session } from './session/session';\nimport { practice } from './practice/practice';\nexport const main = [api, session, practice];",
  'local/bin/start.mjs': "import { main } from '../main';\nmain();",
  'local/main.ts': "import { Hono } from 'hono';\nexport const main = () => new Hono();",
  'bench/bin/bench.mjs':
    "import { main } from '../../local/main';\nimport { session } from '../../static/retro/src/session/session';\nexport const bench = [main, session];",
};

function violations(tree: PlantedTree): Violation[] {
  const report = tree.judge(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    // The tree's node_modules is a link; a package is to be known by its place in the tree.
    ...['--preserve-symlinks', 'src', 'static', 'local', 'bench'],
  ) as { summary: { violations: Violation[] } };
  return report.summary.violations;
}

describe('the import directions', () => {
  let clean: PlantedTree;
  let planted: PlantedTree;
  let found: Violation[];

  beforeAll(() => {
    clean = plantTree(CLEAN);
    planted = plantTree({ ...CLEAN, ...BESIDE, ...Object.assign({}, ...Object.values(PLANTED)) });
    found = violations(planted);
  });

  afterAll(() => {
    clean.remove();
    planted.remove();
  });

  test('a tree that keeps to them passes', () => {
    expect(violations(clean)).toEqual([]);
  });

  test.each(Object.entries(PLANTED))('%s refuses what was planted against it', (rule, files) => {
    const refused = found.filter((violation) => violation.rule.name === rule).map((violation) => violation.from);
    expect(refused).toEqual(expect.arrayContaining(Object.keys(files)));
  });

  test('every rule has something planted against it', () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the settings are CommonJS
    const { forbidden } = require('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
    expect(forbidden.map((rule) => rule.name).sort()).toEqual(Object.keys(PLANTED).sort());
  });
});
