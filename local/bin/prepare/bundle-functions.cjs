// node bundle-functions.cjs <output directory>, in the app's directory: what `forge deploy` does before it uploads.
const { cpSync, readFileSync, rmSync } = require('node:fs');
const { getEntryPoints, getNodeBundler } = require('@forge/bundler');
const { parse } = require('yaml');

/** Atlassian's wrapper is fetched at deploy time. Here the local site's own main() takes its place, and it is not part of a bundle. */
const noWrapper = { script: '', source: '', version: 'local' };
const wrapperProvider = {
  getNodeRuntimeWrapper: async () => noWrapper,
  getNodeRuntimeLoader: async () => noWrapper,
};

const logger = {
  trace() {},
  debug() {},
  info() {},
  warn: (message) => process.stderr.write(`${message}\n`),
  error: (message) => process.stderr.write(`${message}\n`),
};

/** `index` of `index.resolver`; each module once. */
function handlerModules(manifest) {
  return (manifest.modules.function ?? []).map(({ handler }) => ({
    module: handler.slice(0, handler.lastIndexOf('.')),
  }));
}

async function main(outputDir) {
  const manifest = parse(readFileSync('manifest.yml', 'utf8'));
  const bundler = getNodeBundler(logger, wrapperProvider, { readConfig: async () => manifest });
  const built = await bundler.bundle({
    appDirectory: process.cwd(),
    entryPoints: getEntryPoints(handlerModules(manifest)),
    i18nResourceBundle: { exists: false },
  });
  cpSync(built.outputDir, outputDir, { recursive: true });
  rmSync(built.outputDir, { recursive: true, force: true });
}

main(process.argv[2]).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
