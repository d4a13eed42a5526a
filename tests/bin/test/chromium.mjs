import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../local/bin/prepare/run.mjs';
import { withProgress } from '../../../local/bin/prepare/say.mjs';

const WELL_KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where Playwright keeps its browsers, and where in such a folder the program lies. */
const PLAYWRIGHT_CACHES = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  join(homedir(), '.cache/ms-playwright'),
  join(homedir(), 'Library/Caches/ms-playwright'),
];
const PLAYWRIGHT_PROGRAMS = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

function inPlaywrightCache() {
  return PLAYWRIGHT_CACHES.filter((cache) => cache && existsSync(cache)).flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]))
      .flatMap((name) => PLAYWRIGHT_PROGRAMS.map((program) => join(cache, name, program))),
  );
}

/** A browser that is there but lacks a library does not start, and then the next one has its turn. */
const starts = (path) => existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;

/** Path of a Chromium that starts, or undefined. CHROME_PATH comes first. */
export function findChromium() {
  return [process.env.CHROME_PATH, ...WELL_KNOWN, ...inPlaywrightCache()].find((path) => path && starts(path));
}

/** The ways to get one, the least intrusive first. */
function installers(root) {
  const playwright = {
    label: 'Installing Chromium (playwright install chromium)',
    install: () => run(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']),
  };
  const apt = {
    label: 'Installing Chromium (apt-get install chromium)',
    install: async () => {
      const env = { DEBIAN_FRONTEND: 'noninteractive' };
      await run('apt-get', ['update', '-qq'], { env });
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
    },
  };
  const mayUseApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  return mayUseApt ? [playwright, apt] : [playwright];
}

/** Finds Chromium or installs it, saying so; throws with every reason when neither works. */
export async function ensureChromium({ root, say }) {
  const found = findChromium();
  if (found) return found;
  const reasons = [];
  for (const { label, install } of installers(root)) {
    await withProgress(say, label, install).catch((error) => reasons.push(error.message));
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(`No Chromium: set CHROME_PATH to one.\n${reasons.join('\n')}`);
}
