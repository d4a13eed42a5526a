// `forge lint` without an account: Atlassian's client-side linters on what ships. The first argument is
// the directory of Atlassian's REST descriptions; without it no request can be held against its scopes.
const { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { parse } = require('yaml');

const ENVIRONMENT = 'development';
const isCode = (file) => /\.[jt]sx?$/.test(file) && !file.endsWith('.d.ts');

const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };
const statsig = { getDeprecatedRuntimes: async () => [], initialise: async () => {} };

/** The linter reads all six products' descriptions or fetches them; four of them the app never calls. */
function pointAtDescriptions(directory) {
  const scratch = mkdtempSync(join(tmpdir(), 'sternlight-lint-'));
  process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
  const none = join(scratch, 'none.json');
  writeFileSync(none, JSON.stringify({ openapi: '3.0.1', info: { title: 'none', version: '1' }, paths: {} }));
  Object.assign(process.env, {
    USE_LOCAL_SWAGGER: '1',
    LOCAL_JIRA_SWAGGER: directory ? join(directory, 'jira-platform.trimmed.json') : none,
    LOCAL_JSW_SWAGGER: directory ? join(directory, 'jira-software.trimmed.json') : none,
    LOCAL_JSM_SWAGGER: none,
    LOCAL_CONF_SWAGGER: none,
    LOCAL_CONF_V2_SWAGGER: none,
    LOCAL_BB_SWAGGER: none,
  });
}

const codeUnder = (directory) =>
  readdirSync(directory, { recursive: true })
    .map((file) => join(directory, file))
    .filter(isCode);

const pageFolders = (manifest) => (manifest.resources ?? []).map(({ path }) => join(path, '..'));

/**
 * Lints `src` of a directory. The linter silently skips files that the working directory's tsconfig.json does
 * not list; one that looks at fewer than there are would be satisfied with anything.
 */
async function lintIn(directory, manifest, linters) {
  const { lint, parseSourceFile } = require('@forge/lint');
  const home = process.cwd();
  process.chdir(directory);
  try {
    const files = codeUnder('src');
    let seen = 0;
    const parseFunction = (file, parser) => {
      seen += 1;
      return parseSourceFile(file, parser);
    };
    const results = await lint(files, manifest, ENVIRONMENT, silent, statsig, { linters, parseFunction });
    if (seen < files.length) throw new Error(`${directory}: the linter looked at ${seen} of ${files.length} files`);
    return results.flatMap(({ file, errors, warnings }) =>
      [...errors, ...warnings].map(
        (found) => `${join(directory, file)}:${found.line}:${found.column} ${found.message}`,
      ),
    );
  } finally {
    process.chdir(home);
  }
}

async function main(descriptions) {
  pointAtDescriptions(descriptions);
  const { getClientSideLintersOnly } = require('@forge/lint');
  const manifest = parse(readFileSync('manifest.yml', 'utf8'));
  const all = () => getClientSideLintersOnly(manifest, ENVIRONMENT, silent, statsig);
  const needsDescriptions = (linter) => linter.constructor.name === 'PermissionLinter';
  const chosen = (await all()).filter((linter) => descriptions || !needsDescriptions(linter));
  const found = await lintIn('.', manifest, chosen);
  for (const folder of descriptions ? pageFolders(manifest) : []) {
    found.push(...(await lintIn(folder, manifest, (await all()).filter(needsDescriptions))));
  }
  const scopes = descriptions
    ? 'scopes of every request checked'
    : 'REST descriptions not found (JIRA_OPENAPI_DIR): no request was held against its scopes';
  process.stdout.write(`${found.length ? found.join('\n') : `${chosen.length} linters, ${scopes}`}\n`);
  process.exitCode = found.length ? 1 : 0;
}

main(process.argv[2]).catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
