import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../../../local/bin/prepare/content-hash.mjs';

/** Verdicts kept in the cache: enough for some branches. */
const KEPT = 200;

const line = (mark, name, seconds, note) =>
  `${mark.padEnd(6)} ${name.padEnd(22)} ${`${seconds.toFixed(1)} s`.padStart(8)}${note ? `   ${note}` : ''}`;

/** The first line of what a judge said, for the table; all of it is printed when it objects. */
const remark = (said) => said.trim().split('\n')[0] ?? '';

function dropOld(dir) {
  const old = readdirSync(dir)
    .map((name) => ({ path: join(dir, name), at: statSync(join(dir, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .slice(KEPT);
  for (const { path } of old) rmSync(path);
}

async function judged(judge, { root, verdictDir, say }) {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  const verdict = join(verdictDir, `${judge.name.replaceAll(/\W+/g, '-')}-${contentHash(root, judge.inputs)}`);
  if (existsSync(verdict)) {
    const said = remark(readFileSync(verdict, 'utf8'));
    say(line('same', judge.name, seconds(), said));
    return true;
  }
  try {
    const said = (await judge.run()) ?? '';
    writeFileSync(verdict, said);
    say(line('ok', judge.name, seconds(), remark(said)));
    return true;
  } catch (error) {
    say(`${line('FAILED', judge.name, seconds())}\n${error.message}\n`);
    return false;
  }
}

/**
 * Runs every judge, `atOnce` of them side by side and the longest first, and prints one line each.
 * A judge whose inputs have not changed since it was satisfied is not asked again.
 * Returns the names of those that object.
 */
export async function runJudges(judges, { root, cacheDir, say, atOnce = 2, fresh = false }) {
  const verdictDir = join(cacheDir, 'verdicts');
  if (fresh) rmSync(verdictDir, { recursive: true, force: true });
  mkdirSync(verdictDir, { recursive: true });
  const waiting = [...judges];
  const objecting = [];
  const worker = async () => {
    for (let judge = waiting.shift(); judge; judge = waiting.shift()) {
      if (!(await judged(judge, { root, verdictDir, say }))) objecting.push(judge.name);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  dropOld(verdictDir);
  return objecting;
}
