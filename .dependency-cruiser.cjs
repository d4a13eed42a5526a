// Who may import whom. tests/guardrails/import-directions.test.ts proves each rule on a planted violation.

const FORGE = '(^|/)@forge/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-knows-itself',
      comment:
        'Pure rules: they run in the browser, in a function and in a test, so they know nothing of any of these.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'contract-knows-domain',
      comment: 'The wire is spoken by both ends; what only one of them has does not belong in it.',
      severity: 'error',
      from: { path: '^src/contract/' },
      to: { path: '^(src|static|local|bench|tests)/', pathNot: '^src/(contract|domain)/' },
    },
    {
      name: 'app-knows-ports',
      comment: 'Use cases know ports; what fulfils a port is handed in by index.ts.',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: '^(src|static|local|bench|tests)/', pathNot: '^src/(app|contract|domain)/' },
    },
    {
      name: 'platform-is-below-assembly',
      comment: 'Adapters fulfil ports; only index.ts puts them together.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^(src|static|local|bench|tests)/', pathNot: '^src/(platform|app|contract|domain)/' },
    },
    {
      name: 'frontend-knows-contract',
      comment: 'UI Kit pages talk to the app through the contract, like every page.',
      severity: 'error',
      from: { path: '^src/frontend/' },
      to: { path: '^(src|static|local|bench|tests)/', pathNot: '^src/(frontend|contract|domain)/' },
    },
    {
      name: 'page-knows-contract',
      comment: 'The browser holds the contract and the rules, never a use case or an adapter.',
      severity: 'error',
      from: { path: '^static/', pathNot: '^static/[^/]+/src/practice/' },
      to: { path: '^(src|local|bench|tests)/', pathNot: '^src/(contract|domain)/' },
    },
    {
      name: 'practice-knows-app',
      comment: 'The practice retro runs the use cases in the browser, over ports in memory.',
      severity: 'error',
      from: { path: '^static/[^/]+/src/practice/' },
      to: { path: '^(src|local|bench|tests)/', pathNot: '^src/(app|contract|domain)/' },
    },
    {
      name: 'forge-at-the-edge',
      comment: 'Forge is known to the adapters, the assembly, UI Kit pages and the bridge folder: nowhere else.',
      severity: 'error',
      from: {
        path: '^(src|static)/',
        pathNot: '^src/(platform/|frontend/|index\\.ts$)|^static/[^/]+/src/bridge/',
      },
      to: { path: FORGE },
    },
    {
      name: 'local-runs-what-was-built',
      comment: 'The local site is a black box to the app: it runs the bundle and reads the manifest.',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^(src|static|bench|tests)/' },
    },
    {
      name: 'bench-drives-session-and-site',
      comment: 'A bench is many clients (the session and the contract) against a local site.',
      severity: 'error',
      from: { path: '^bench/' },
      to: {
        path: '^(src|static|tests)/',
        pathNot: '^src/(contract|domain)/|^static/[^/]+/src/session/',
      },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle is one idea in two files, or two ideas in each.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file nobody reaches is not part of the product.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '^src/index\\.ts$',
          '\\.d\\.m?ts$',
          '(^|/)(bin|fixtures?)/',
          '\\.test\\.tsx?$',
          '^tests/(setup\\.ts|support/no-styles\\.cjs)$',
          '(^|/)[^/]+\\.config\\.(ts|mjs|cjs)$',
          '^\\.dependency-cruiser\\.cjs$',
        ],
      },
      to: {},
    },
    {
      name: 'no-unlisted-packages',
      comment: 'A package that package.json does not name is there by accident.',
      severity: 'error',
      from: { path: '^(src|static|local|bench|tests)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-packages-in-the-product',
      comment: 'What ships is a dependency; a devDependency is a tool.',
      severity: 'error',
      from: { path: '^(src/|static/[^/]+/src/)' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)@types/' },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: { path: '^(src|static|local|bench|tests)/' },
      // A module the bundler makes has no file.
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(static/[^/]+/dist|\\.cache|\\.local-site)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
