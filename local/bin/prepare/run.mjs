import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and returns what it printed (stdout and stderr in one string, in order).
 * Rejects with that output when it fails: builders say on either stream what is wrong.
 */
export function run(command, args, { cwd, env } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', fail);
    child.on('close', (code, signal) => {
      if (code === 0) done(output);
      else fail(new Error(`${command} ${args.join(' ')} failed (${signal ?? code})\n${output.trim()}`));
    });
  });
}
