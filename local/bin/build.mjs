// npm run build: installs what is missing, builds the functions and the pages, by content hash.
import { parseArgs } from 'node:util';
import { prepare } from './prepare.mjs';

const { values } = parseArgs({
  allowNegative: true,
  options: {
    app: { type: 'string' },
    pages: { type: 'boolean', default: true },
    force: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

try {
  const say = values.json ? (line) => process.stderr.write(`${line}\n`) : undefined;
  const built = await prepare({
    appDir: values.app,
    pages: values.pages,
    force: values.force,
    ...(say ? { say } : {}),
  });
  if (values.json) process.stdout.write(JSON.stringify(built));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
