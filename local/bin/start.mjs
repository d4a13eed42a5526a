// npm start: prepares what is missing, then runs the local Jira site. Node's own modules only, up to the end of prepare().
import { spawn } from 'node:child_process';
import { prepare, repositoryRoot } from './prepare.mjs';

const built = await prepare().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});

const main = ['--import', 'tsx', 'local/main.ts', '--bundle', built.functions.dir, ...process.argv.slice(2)];
const site = spawn(process.execPath, main, { cwd: repositoryRoot, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => site.kill(signal));
site.on('exit', (code, signal) => {
  process.exitCode = signal ? 0 : (code ?? 0);
});
