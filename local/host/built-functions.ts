import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const BUILDER = join('local', 'bin', 'build.mjs');

/**
 * The directory with an app's built functions, built when needed. In a process of its own, because the bundler wants to be the
 * main module. Expects the repository as working directory.
 */
export async function builtFunctions(appDir: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [BUILDER, '--app', appDir, '--no-pages', '--json']);
  return (JSON.parse(stdout) as { functions: { dir: string } }).functions.dir;
}
