import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { run } from '../../../local/bin/prepare/run.mjs';

const JEST = 'node_modules/jest/bin/jest.js';

/**
 * Runs jest on some of the projects of jest.config.mjs, its output straight to the terminal. Each finished
 * file is added to `tallyFile`. Returns whether jest was content.
 */
export function runJest({ root, projects, workers, patterns, long, tallyFile, chromium }) {
  const args = [
    join(root, JEST),
    ...['--selectProjects', ...projects],
    `--maxWorkers=${workers}`,
    '--passWithNoTests',
    '--reporters=default',
    `--reporters=${join(import.meta.dirname, 'tally-reporter.cjs')}`,
    ...(patterns.length > 0 ? ['--testPathPatterns', ...patterns] : []),
  ];
  const env = {
    ...process.env,
    TALLY_FILE: tallyFile,
    // Fuzz tests take it for 100,000 steps instead of 2,000.
    ...(long ? { STERNLIGHT_LONG: '1' } : {}),
    ...(chromium ? { CHROME_PATH: chromium } : {}),
  };
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    child.on('error', fail);
    child.on('close', (code) => done(code === 0));
  });
}

/** Whether a project has test files whose path matches one of the patterns. */
export async function hasTests({ root, project, patterns }) {
  const args = [join(root, JEST), '--selectProjects', project, '--listTests', '--json', '--passWithNoTests'];
  const listed = await run(process.execPath, [...args, '--testPathPatterns', ...patterns], { cwd: root });
  return /\.test\.tsx?"/.test(listed);
}
