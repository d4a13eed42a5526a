// One file of tests, one place: the path says which project a test belongs to, so that
// `tests/bin/test.mjs` can run the quick ones in parallel and the browser alone.

const places = {
  chromium: ['/tests/journeys/', '\\.chromium\\.test\\.ts$'],
  contract: ['/tests/contract/'],
  fuzz: ['\\.fuzz\\.test\\.ts$'],
};
const allTests = ['<rootDir>/tests/**/*.test.ts'];

// Packages that ship no CommonJS: jest 30 runs CommonJS, so swc turns them into it.
const esmOnly = ['fractional-indexing', 'uqr', 'date-fns', 'jira\\.js', '@testing-library', 'zod'];

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  setupFilesAfterEnv: ['<rootDir>/tests/setup.ts'],
  modulePathIgnorePatterns: ['<rootDir>/\\.cache/', '<rootDir>/\\.local-site/', '<rootDir>/static/[^/]+/dist/'],
  // jira.js names only an `import` entry, which a CommonJS resolver does not see.
  moduleNameMapper: {
    '^jira\\.js$': '<rootDir>/node_modules/jira.js/dist/index.js',
    '^jira\\.js/(\\w+)$': '<rootDir>/node_modules/jira.js/dist/$1/index.js',
    '\\.css$': '<rootDir>/tests/support/no-styles.cjs',
  },
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: allTests,
      testPathIgnorePatterns: [...places.chromium, ...places.contract, ...places.fuzz],
    },
    { ...shared, displayName: 'page', testEnvironment: 'jsdom', testMatch: ['<rootDir>/tests/**/*.test.tsx'] },
    {
      ...shared,
      displayName: 'contract',
      testMatch: ['<rootDir>/tests/contract/**/*.test.ts'],
      testPathIgnorePatterns: [...places.chromium, ...places.fuzz],
    },
    { ...shared, displayName: 'fuzz', testMatch: ['<rootDir>/tests/**/*.fuzz.test.ts'] },
    {
      ...shared,
      displayName: 'chromium',
      testMatch: ['<rootDir>/tests/journeys/**/*.test.ts', '<rootDir>/tests/**/*.chromium.test.ts'],
    },
  ],
};
