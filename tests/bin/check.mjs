// npm run check: every judge that can say "no" without running the product. `--fresh` asks all of them again.
import { join } from 'node:path';
import { install, repositoryRoot as root } from '../../local/bin/prepare.mjs';
import { sayLine, secondsSince } from '../../local/bin/prepare/say.mjs';
import { judges } from './check/judges.mjs';
import { runJudges } from './check/run-judges.mjs';

const startedAt = performance.now();
const cacheDir = join(root, '.cache');
await install();
const objecting = await runJudges(judges({ root, cacheDir }), {
  root,
  cacheDir,
  say: sayLine,
  fresh: process.argv.includes('--fresh'),
});
if (objecting.length > 0) {
  sayLine(`check: ${objecting.join(', ')} objected (${secondsSince(startedAt)})`);
  process.exitCode = 1;
} else {
  sayLine(`check: all satisfied in ${secondsSince(startedAt)}`);
}
