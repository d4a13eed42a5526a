/**
 * Every package the repository names, with the reason it is here. A new one is a decision: it gets its line.
 * What ships in the app comes first; the rest are tools.
 */
export const SHIPPED: Record<string, string> = {
  '@atlaskit/pragmatic-drag-and-drop': 'drag with the mouse: a quarter of the cost per move of the next best',
  '@date-fns/tz': 'nine o’clock in the time zone of a person',
  '@forge/api': 'requests to Jira from a function',
  '@forge/bridge': 'the only way out of a Custom UI page',
  '@forge/kvs': 'storage: custom entities, conditional transactions',
  '@forge/react': 'UI Kit, the living successor of @forge/ui: for the native panels (docs/decisions/001-ui-kit.md)',
  '@forge/realtime': 'tells open pages that something has changed',
  '@forge/resolver': 'typed calls from the page to the functions',
  'date-fns': 'working days and calendar days',
  react: 'the page; the same major version as @forge/react',
  'react-dom': 'the page',
  valibot: 'validates payloads at both ends in 1.6 KB and without eval',
};

export const TOOLS: Record<string, string> = {
  '@atlaskit/adf-schema': 'the local Jira refuses rich text that Jira would refuse',
  '@atlaskit/jql-ast': 'the local Jira parses JQL as Jira’s editor does',
  '@atlaskit/tokens': 'design tokens as static style sheets, at build time',
  '@forge/bundler': 'builds the functions as `forge deploy` does',
  '@forge/csp': 'the local site serves a page under Forge’s own content policy',
  '@forge/lint': '`forge lint` without an account',
  '@forge/manifest': 'Atlassian’s validation of manifest.yml',
  '@hono/node-server': 'the local site listens',
  '@swc/core': 'compiles the tests',
  '@swc/jest': 'compiles the tests',
  '@testing-library/react': 'tests of components without a browser',
  '@types/jest': 'types',
  '@types/node': 'types',
  '@types/react': 'types',
  '@types/react-dom': 'types',
  '@vitejs/plugin-react': 'builds the page',
  ajv: 'holds every Jira exchange of a test against Atlassian’s descriptions',
  'ajv-formats': 'the formats in those descriptions',
  'axe-core': 'accessibility of every page',
  cheerio: '@forge/csp reads a page with it',
  'dependency-cruiser': 'import directions as rules; 17 is the last for Node 20',
  esbuild: 'bundles the browser half of the local site',
  eslint: 'lint',
  'fast-check': 'property and fuzz tests',
  hono: 'the local site and the local Jira',
  jest: 'the test runner',
  'jest-environment-jsdom': 'a document for tests of components',
  'jira.js': 'a Jira client nobody here wrote, run against the local Jira',
  jsep: 'event filters of the manifest on the local site',
  knip: 'finds code and packages nobody uses',
  libsql: 'the local site’s database (docs/decisions/005-local-storage-engine.md)',
  'playwright-core': 'drives Chromium; brings no browser of its own',
  prettier: 'format',
  tsx: 'runs the TypeScript of local/ and bench/',
  typescript: 'types; 5.9 as @forge/bundler has it',
  'typescript-eslint': 'lint of TypeScript',
  vite: 'builds the page',
  yaml: 'reads manifest.yml',
};

/** Packages of packages, held at another version than npm would take. */
export const OVERRIDES: Record<string, string> = {
  '@atlaskit/navigation-system': 'types only, behind @forge/react; its newer version is not in every registry',
  'unrs-resolver': 'behind jest; the newest version lacked binaries of some systems when the lock was made',
};
