// npm run bench: prepares what is missing, then measures. Node's own modules only, up to the end of prepare().
import { spawn } from 'node:child_process';
import { prepare, repositoryRoot } from '../../local/bin/prepare.mjs';

const built = await prepare().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
const args = ['--import', 'tsx', 'bench/main.ts', '--bundle', built.functions.dir, ...process.argv.slice(2)];
spawn(process.execPath, args, { cwd: repositoryRoot, stdio: 'inherit' }).on('exit', (code) => {
  process.exitCode = code ?? 1;
});
