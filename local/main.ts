import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { createSite } from './site';

const USAGE = `Usage: npm start -- [--port 3000] [--data DIR] [--fresh] [--no-open] [--demo demo|none] [--crowd N] [--variant all|NAME,...]`;

function readDemo(text: string): 'demo' | 'none' {
  if (text === 'demo' || text === 'none') return text;
  throw new Error(`--demo takes demo or none.\n${USAGE}`);
}

function readFlags() {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      port: { type: 'string', default: '3000' },
      data: { type: 'string', default: '.local-site' },
      fresh: { type: 'boolean', default: false },
      open: { type: 'boolean', default: true },
      demo: { type: 'string', default: 'demo' },
      crowd: { type: 'string', default: '0' },
      variant: { type: 'string', default: 'none' },
      bundle: { type: 'string' },
      app: { type: 'string' },
    },
  });
  if (!/^\d{1,5}$/.test(values.crowd)) throw new Error(`--crowd takes a number.\n${USAGE}`);
  if (!/^\d+$/.test(values.port)) throw new Error(`--port takes a number.\n${USAGE}`);
  return { ...values, demo: readDemo(values.demo), port: Number(values.port), crowd: Number(values.crowd) };
}

function openBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, [string, string[]]>> = {
    darwin: ['open', [url]],
    win32: ['cmd', ['/c', 'start', '', url]],
  };
  const [command, args] = commands[process.platform] ?? ['xdg-open', [url]];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

async function main(): Promise<void> {
  const flags = readFlags();
  const { bundle: bundleDir, app: appDir, data: dataDir, fresh, port, demo, crowd, variant } = flags;
  const site = await createSite({ appDir, bundleDir, dataDir, fresh, port, demo, crowd, variant, echoLogs: true });
  process.stdout.write(`The local Jira site is ready: ${site.url}/\n`);
  if (flags.open && process.stdout.isTTY) openBrowser(`${site.url}/`);
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      void site.close().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${taken ? `The port is taken. Choose another one: npm start -- --port 3100` : message}\n`);
  process.exitCode = 1;
  process.exit();
});
